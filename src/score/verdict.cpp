// See verdict.h.
#include "score/verdict.h"

#include <algorithm>

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

VerdictBands verdict_bands(const ScorerPlan& plan, const Outcomes& outcomes, const Measure& overall) {
  const RubricDraft& parts = plan.rubric.parts();
  std::size_t at_point = parts.bands.size(), at_low = at_point, at_high = at_point;
  for (std::size_t g = 0; g < plan.gate_bands.size(); ++g) {
    const std::size_t limit = plan.gate_bands[g];
    if (outcomes.certain[g] == Truth::no) continue;
    at_low = std::min(at_low, limit);
    if (outcomes.certain[g] == Truth::yes) at_high = std::min(at_high, limit);
    if (outcomes.gates[g] == Truth::yes) at_point = std::min(at_point, limit);
  }
  const auto limited = [&](double score, std::size_t limit) {
    std::optional<std::size_t> band = band_index(parts.bands, score);
    if (band) band = std::min(*band, limit);
    return band;
  };
  VerdictBands bands;
  if (overall.score && overall.completeness >= parts.min_completeness)
    bands.point = limited(*overall.score, at_point);
  bands.lowest = limited(overall.low, at_low);
  bands.highest = limited(overall.high, at_high);
  return bands;
}

}  // namespace ibtikar
