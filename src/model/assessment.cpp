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

PossibleBands possible_bands(const Assessment& assessment) {
  const std::vector<Band>& bands = assessment.rubric.bands;
  const Measure& overall = assessment.overall.measure;
  PossibleBands found{band_of(bands, overall.low), band_of(bands, overall.high)};
  for (const GateResult& gate : assessment.gates) {
    const auto limit =
        std::find_if(bands.begin(), bands.end(), [&](const Band& band) { return band.id == gate.verdict; });
    if (limit == bands.end() || gate.state == GateState::clear) continue;
    if (found.lowest != nullptr) found.lowest = std::min(found.lowest, &*limit);
    if (gate.state == GateState::applies && gate.certain && found.highest != nullptr)
      found.highest = std::min(found.highest, &*limit);
  }
  return found;
}

}  // namespace ibtikar
