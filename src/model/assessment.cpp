// See ibtikar/assessment.h.
#include "ibtikar/assessment.h"

#include <algorithm>

namespace ibtikar {

const Band* band_of(const std::vector<Band>& bands, double score) {
  const Band* found = nullptr;
  for (const Band& band : bands)
    if (band.from <= score) found = &band;
  return found;
}

bool raises_a_score(const Advice& advice) {
  if (advice.overall_gain && *advice.overall_gain != 0) return *advice.overall_gain > 0;
  return std::ranges::any_of(advice.dimension_gains,
                             [](const auto& gain) { return gain.second && *gain.second > 0; });
}

}  // namespace ibtikar
