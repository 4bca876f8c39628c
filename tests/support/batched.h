// A batch over a text in memory, as tests drive it: whatever the threads, the blocks and the reads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "batch/record_stream.h"
#include "ibtikar/batch.h"
#include "ibtikar/streams.h"

namespace ibtikar::test {

/// Gives its text in steps of so many bytes.
class StringSource final : public ByteSource {
 public:
  StringSource(std::string text, std::size_t step) : text_(std::move(text)), step_(step) {}
  Result<std::size_t> read(char* into, std::size_t most) override;
  /// A source that waits says so before each read.
  [[nodiscard]] bool would_wait() const override { return waits_ && at_ < text_.size(); }
  void wait() { waits_ = true; }
  [[nodiscard]] std::size_t given() const { return at_; }

 private:
  std::string text_;
  std::size_t step_;
  std::size_t at_ = 0;
  bool waits_ = false;
};

struct BatchedWith {
  unsigned jobs = 1;
  std::size_t block = std::size_t{1} << 20;
  std::size_t step = std::size_t{1} << 20;
  std::uint64_t skip = 0;
  InputFormat format = InputFormat::ndjson;
  std::optional<char> delimiter;
  DecimalMark decimal = DecimalMark::unknown;
  bool waits = false;  ///< whoever writes is slow: each read would wait
  const Mapping* mapping = nullptr;
  bool lenient = false;
  bool answers = false;   ///< the long table of answers, too
  bool readings = false;  ///< make readings instead of rows
  std::size_t max_record = 4096;
  std::string name = "in.ndjson";
  bool summary = true;  ///< as JSON; for fuzz targets that costs more than all the rest
  ByteRange range = {};  ///< of the text
};

struct Batched {
  std::string rows;
  std::string rejects;
  std::string answers;
  std::string summary;
  Summary totals;  ///< what it is made of
  std::string warnings;
  std::string notes;
  std::uint64_t records = 0;
  std::string readings;  ///< the title and the digest of each
};

[[nodiscard]] Batched batched(const Rubric& rubric, const std::string& text, const BatchedWith& with);

}  // namespace ibtikar::test
