// What a saved result says of one proposal, as far as it can be compared with another run: a row
// of `batch` (NDJSON or CSV) or an assessment of `score`.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ibtikar/assessment.h"
#include "ibtikar/codec.h"

namespace ibtikar {

struct SavedRow {
  /// A score with both ends of its interval.
  struct Scored {
    std::string id;  ///< "overall", or a dimension's
    Score score;     ///< in [0, 100], as low and high
    double low = 0;
    double high = 100;
  };
  std::string id;
  std::string rubric;  ///< its id; rows do not say it
  std::string digest;  ///< the rubric's
  std::string verdict;
  bool settled = false;
  std::vector<Scored> scores;
  std::vector<std::string> gates;  ///< that apply
  bool rejected = false;           ///< the record could not be scored: it has an id only
};

/// Reads a JSON object: an assessment, or a row with at least `id`, `verdict`, `overall`,
/// `overall_low` and `overall_high`.
[[nodiscard]] Checked<SavedRow> decode_saved_row(const NamedText& source);

/// Reads the cells of a CSV row by the names of its columns. A cell that is not there is empty.
[[nodiscard]] Checked<SavedRow> decode_saved_row(const std::vector<std::string>& columns,
                                                 std::span<const std::string_view> cells);

}  // namespace ibtikar
