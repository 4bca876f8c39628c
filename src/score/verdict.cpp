// See verdict.h.
#include "score/verdict.h"

#include "base/decimal.h"

namespace ibtikar {

Score shown(const std::optional<double>& point) {
  if (!point) return std::nullopt;
  return rounded(100 * *point);
}

Measure measure_of(const Outcome& outcome) {
  return {shown(outcome.point), rounded(100 * outcome.low), rounded(100 * outcome.high),
          rounded(outcome.completeness)};
}

std::optional<std::size_t> band_index(const std::vector<Band>& bands, double score) {
  const Band* band = band_of(bands, score);
  if (band == nullptr) return std::nullopt;
  return static_cast<std::size_t>(band - bands.data());
}

}  // namespace ibtikar
