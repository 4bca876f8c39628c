// ShortRow: the numbers of a row as whole hundredths, which is what a batch writes and counts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "ibtikar/row.h"

namespace ibtikar {

/// A Measure in hundredths.
struct ShortMeasure {
  static constexpr std::int32_t kNoScore = -1;

  std::int32_t score = kNoScore;
  std::int32_t low = 0;
  std::int32_t high = 0;
  std::int32_t completeness = 0;
};

struct ShortRow {
  ShortMeasure overall;
  std::vector<ShortMeasure> dimensions;
  std::size_t band = 0;  ///< of the verdict; the number of bands: too little is known
  bool settled = false;
  std::vector<std::uint8_t> gates;                       ///< whether each applies
  std::vector<std::uint32_t> places;                     ///< by question: where ScoreTable has its answer
  std::vector<std::pair<std::size_t, double>> computed;  ///< questions that it does not have: what they earn
};

}  // namespace ibtikar
