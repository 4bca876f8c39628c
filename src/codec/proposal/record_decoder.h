// RecordDecoder: proposals in JSON by the million, straight into a sheet.
//
// The quick way takes what is plainly right: a record that it accepts is one that decode_proposal() and
// Scorer::encode() accept, with the same sheet. Whatever else there is, faults above all, goes the careful
// way, through those two functions, so that a record means the same in a file of its own and in a stream.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

#include "codec/proposal/record.h"
#include "ibtikar/codec.h"
#include "ibtikar/scorer.h"

namespace ibtikar {

/// Bytes that must be readable behind a record's end; what they are does not matter.
inline constexpr std::size_t kRecordPadding = 64;

class RecordDecoder {
 public:
  /// `rubric` and `scorer`, which is of that rubric, must outlive this.
  RecordDecoder(const Rubric& rubric, const Scorer& scorer, const EncodeOptions& options);
  RecordDecoder(RecordDecoder&&) noexcept;
  RecordDecoder& operator=(RecordDecoder&&) noexcept;
  ~RecordDecoder();

  /// Reads one JSON document, at this place of its file. A whole number as its id counts digit for digit.
  /// Requires: kRecordPadding bytes behind `text` can be read.
  [[nodiscard]] Record decode(std::string_view text, const RecordPlace& place);

 private:
  struct Work;
  std::unique_ptr<Work> work_;
};

}  // namespace ibtikar
