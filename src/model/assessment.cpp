// See ibtikar/assessment.h.
#include "ibtikar/assessment.h"

#include <algorithm>

namespace ibtikar {
namespace {

/// A verdict as an index into the bands, kept from being better than gates and conditions of bands allow.
class VerdictWalk {
 public:
  explicit VerdictWalk(const Assessment& assessment)
      : assessment_(assessment),
        bands_(assessment.rubric.bands),
        step_(assessment.overall.better == Better::higher ? -1 : 1) {}

  /// `hopeful`: take the better side of what is not certain.
  [[nodiscard]] const Band* from(double score, bool hopeful) const {
    const Band* band = band_of(bands_, score);
    if (band == nullptr) return nullptr;
    for (const GateResult& gate : assessment_.gates) band = limited(band, gate, hopeful);
    while (!holds(*band, hopeful) && has_worse(band)) band += step_;
    return band;
  }

 private:
  [[nodiscard]] const Band* limited(const Band* band, const GateResult& gate, bool hopeful) const {
    const auto limit =
        std::find_if(bands_.begin(), bands_.end(), [&](const Band& one) { return one.id == gate.verdict; });
    if (limit == bands_.end() || gate.state == GateState::clear) return band;
    if (hopeful && !(gate.state == GateState::applies && gate.certain)) return band;
    return step_ < 0 ? std::min(band, &*limit) : std::max(band, &*limit);
  }

  [[nodiscard]] bool holds(const Band& band, bool hopeful) const {
    using State = RequirementResult::State;
    for (const RequirementResult& one : assessment_.requirements)
      if (one.band == band.id)
        return hopeful ? one.state != State::unmet : one.state == State::met && one.certain;
    return true;
  }

  [[nodiscard]] bool has_worse(const Band* band) const {
    return band != (step_ < 0 ? &bands_.front() : &bands_.back());
  }

  const Assessment& assessment_;
  const std::vector<Band>& bands_;
  std::ptrdiff_t step_;  ///< to the next worse band
};

bool betters(const Score& gain, Better better) {
  return gain && (better == Better::higher ? *gain > 0 : *gain < 0);
}

}  // namespace

const Band* band_of(const std::vector<Band>& bands, double score) {
  const Band* found = nullptr;
  for (const Band& band : bands)
    if (band.from <= score) found = &band;
  return found;
}

PossibleBands possible_bands(const Assessment& assessment) {
  const VerdictWalk verdict(assessment);
  const Measure& overall = assessment.overall.measure;
  const bool high_is_good = assessment.overall.better == Better::higher;
  return {verdict.from(overall.low, !high_is_good), verdict.from(overall.high, high_is_good)};
}

bool raises_a_score(const Advice& advice, Better overall, const std::vector<Better>& dimensions) {
  if (advice.overall_gain && *advice.overall_gain != 0) return betters(advice.overall_gain, overall);
  for (std::size_t d = 0; d < advice.dimension_gains.size(); ++d)
    if (betters(advice.dimension_gains[d].second, d < dimensions.size() ? dimensions[d] : Better::higher))
      return true;
  return false;
}

bool raises_a_score(const Assessment& assessment, const Advice& advice) {
  std::vector<Better> dimensions;
  for (const DimensionScore& dimension : assessment.dimensions) dimensions.push_back(dimension.better);
  return raises_a_score(advice, assessment.overall.better, dimensions);
}

}  // namespace ibtikar
