// RecordDecoder: proposals by the million, straight into a sheet.
//
// The quick way takes what is plainly right: a record that it accepts is one that decode_proposal() and
// Scorer::encode() accept, with the same sheet. Whatever else there is, faults above all, goes the careful
// way, through those two functions, so that a record means the same in a file of its own and in a stream.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ibtikar/answer_sheet.h"
#include "ibtikar/codec.h"
#include "ibtikar/result.h"
#include "ibtikar/scorer.h"

namespace ibtikar {

/// Bytes that must be readable behind a record's end; what they are does not matter.
inline constexpr std::size_t kRecordPadding = 64;

struct DecodedRecord {
  std::string_view id;     ///< empty when not said; valid until the next decode()
  std::string_view title;  ///< likewise
  Diagnostics warnings;    ///< without a place
};

class RecordDecoder {
 public:
  /// `rubric` and `scorer`, which is of that rubric, must outlive this.
  RecordDecoder(const Rubric& rubric, const Scorer& scorer, const EncodeOptions& options);
  RecordDecoder(RecordDecoder&&) noexcept;
  RecordDecoder& operator=(RecordDecoder&&) noexcept;
  ~RecordDecoder();

  /// Reads one JSON document. `name` and `first_line` say where it is, for faults.
  /// Requires: kRecordPadding bytes behind `text` can be read.
  [[nodiscard]] Checked<DecodedRecord> decode(std::string_view text, const std::string& name,
                                              std::size_t first_line);
  /// What decode() found. Its cells are overwritten by the next call.
  [[nodiscard]] const AnswerSheet& sheet() const;

 private:
  struct Work;
  std::unique_ptr<Work> work_;
};

}  // namespace ibtikar
