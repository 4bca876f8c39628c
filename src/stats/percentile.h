// Percentiles of sorted numbers.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace ibtikar {

/// The number at `share` of the way from the first to the last, interpolated. Requires: sorted, not
/// empty, 0 <= share <= 1.
[[nodiscard]] inline double percentile(const std::vector<double>& sorted, double share) {
  const double place = share * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(place);
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  return sorted[below] + (place - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

}  // namespace ibtikar
