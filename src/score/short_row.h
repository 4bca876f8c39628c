// ShortRow: the numbers of a row as whole hundredths, which is what a batch writes and counts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "ibtikar/row.h"

namespace ibtikar {

struct ShortRow {
  /// What a measure has, in hundredths.
  enum Part : std::size_t { kScore, kLow, kHigh, kCompleteness, kParts };
  static constexpr std::int32_t kNoScore = -1;

  std::vector<std::int32_t> numbers;  ///< measure by measure: the overall, then the dimensions
  std::size_t band = 0;               ///< of the verdict; the number of bands: too little is known
  bool settled = false;
  std::vector<std::uint8_t> gates;                       ///< whether each applies
  std::vector<std::uint32_t> places;                     ///< by question: where ScoreTable has its answer
  std::vector<std::pair<std::size_t, double>> computed;  ///< questions that it lacks: what they earn

  [[nodiscard]] std::int32_t number(std::size_t measure, Part part) const {
    return numbers[measure * kParts + part];
  }
};

}  // namespace ibtikar
