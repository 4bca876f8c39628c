// Lines of rows, compared with saved ones as they are recomputed.
//
// Where both have the same order, a line is forgotten as soon as it is compared. A line that does
// not come at its place waits for its other half, which is found by the record's id: memory grows
// only with what is out of place.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ibtikar/streams.h"
#include "ibtikar/verification.h"

namespace ibtikar::cli {

/// Lines of a source, each with its line end, as far as it has one.
class SavedLines {
 public:
  explicit SavedLines(std::unique_ptr<ByteSource> source) : source_(std::move(source)) {}
  /// The next line; nothing at the end. Fails if reading does, or on a line over kMaxRecordBytes.
  [[nodiscard]] Result<std::optional<std::string>> next();

 private:
  std::unique_ptr<ByteSource> source_;
  std::string ahead_;
  std::size_t at_ = 0;
  bool is_over_ = false;
};

/// How rows are written.
struct RowShape {
  bool are_cells = false;            ///< CSV, with a header row; else NDJSON
  std::vector<std::string> columns;  ///< in their order
};

class LineComparer final : public ByteSink {
 public:
  /// `verification` outlives it.
  LineComparer(SavedLines saved, RowShape shape, Verification& verification)
      : saved_(std::move(saved)), shape_(std::move(shape)), verification_(verification) {}

  /// Takes recomputed bytes, whole lines or not.
  Result<void> write(std::string_view bytes) override;
  /// All is recomputed: compares what is left.
  [[nodiscard]] Result<void> finish();
  [[nodiscard]] std::uint64_t recomputed() const { return recomputed_; }

 private:
  struct Waiting {
    std::string line;
    std::uint64_t number = 0;
  };
  using Lines = std::map<std::string, std::deque<Waiting>>;

  Result<void> take(std::string line);
  [[nodiscard]] std::string name_of(std::string_view line, std::uint64_t number) const;
  void pair(const std::string& name, const Waiting& saved, const Waiting& now);
  void wait(Waiting line, Lines& own, Lines& others, bool is_saved);
  [[nodiscard]] std::vector<ValueDifference> values(std::string_view saved, std::string_view now) const;
  [[nodiscard]] std::vector<std::string> cells(std::string_view line) const;

  SavedLines saved_;
  RowShape shape_;
  Verification& verification_;
  std::string begun_;  ///< of a line
  std::uint64_t recomputed_ = 0;
  std::uint64_t saved_count_ = 0;
  std::vector<std::pair<std::uint64_t, std::uint64_t>>
      pairs_;  ///< numbers of lines that waited, saved and now
  Lines waiting_saved_;
  Lines waiting_now_;
};

}  // namespace ibtikar::cli
