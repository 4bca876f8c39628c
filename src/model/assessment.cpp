// See ibtikar/assessment.h.
#include "ibtikar/assessment.h"

namespace ibtikar {

const Band* band_of(const std::vector<Band>& bands, double score) {
  const Band* found = nullptr;
  for (const Band& band : bands)
    if (band.from <= score) found = &band;
  return found;
}

}  // namespace ibtikar
