// RecordDecoder: reads JSON proposals by the million, straight into a sheet.
//
// The quick way takes records that are plainly right. A record that it accepts is one that
// decode_proposal() and Scorer::encode() accept with the same sheet. Everything else, above all
// faults, goes the careful way, through those two functions. So a record means the same in a file
// of its own and in a stream.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

#include "codec/proposal/record.h"
#include "ibtikar/codec.h"
#include "ibtikar/scorer.h"

namespace ibtikar {

/// Bytes that must be readable after the end of a record. Their values do not matter.
inline constexpr std::size_t kRecordPadding = 64;

class RecordDecoder {
 public:
  /// `rubric` and `scorer`, which is of that rubric, must outlive this.
  RecordDecoder(const Rubric& rubric, const Scorer& scorer, const EncodeOptions& options);
  RecordDecoder(RecordDecoder&&) noexcept;
  RecordDecoder& operator=(RecordDecoder&&) noexcept;
  ~RecordDecoder();

  /// Reads one JSON document that begins at `place`. A whole number as id counts digit for digit.
  /// Requires: kRecordPadding bytes after `text` can be read.
  [[nodiscard]] Record decode(std::string_view text, const RecordPlace& place);

 private:
  struct Work;
  std::unique_ptr<Work> work_;
};

}  // namespace ibtikar
