// See verdict.h. Three verdicts follow the same rules from different sides: the one that stands,
// and the worst and best that open answers can still lead to. If the last two are one, the verdict
// is settled.
#include "score/verdict.h"

#include <algorithm>

#include "base/decimal.h"
#include "model/display_scale.h"

namespace ibtikar {

Score shown(const std::optional<double>& point) {
  if (!point) return std::nullopt;
  return rounded(100 * *point);
}

Measure measure_of(const Outcome& outcome, const std::optional<DisplayScale>& scale) {
  Measure measure{shown(outcome.point), rounded(100 * outcome.low), rounded(100 * outcome.high),
                  rounded(outcome.completeness)};
  if (!scale) return measure;
  measure.shown = ScaledScore{std::nullopt, on_scale(*scale, outcome.low), on_scale(*scale, outcome.high)};
  if (outcome.point) measure.shown->score = on_scale(*scale, *outcome.point);
  return measure;
}

std::optional<std::size_t> band_index(const std::vector<Band>& bands, double score) {
  const Band* band = band_of(bands, score);
  if (band == nullptr) return std::nullopt;
  return static_cast<std::size_t>(band - bands.data());
}

namespace {

/// From which side gates and conditions are seen: as the worst or the best that is possible, or at
/// the point.
enum class View { worst, point, best };

bool applies(const Outcomes& outcomes, std::size_t gate, View view) {
  if (view == View::point) return outcomes.gates[gate] == Truth::yes && outcomes.certain[gate] != Truth::no;
  return view == View::best ? outcomes.certain[gate] == Truth::yes : outcomes.certain[gate] != Truth::no;
}

bool is_met(const Outcomes& outcomes, std::size_t band, View view) {
  if (view == View::point) return outcomes.met[band] == Truth::yes;
  return view == View::best ? outcomes.certainly_met[band] != Truth::no
                            : outcomes.certainly_met[band] == Truth::yes;
}

/// The verdict for a score: its band, limited by gates, and then down to a band whose condition
/// holds. The worst band has no condition, so the search ends.
std::optional<std::size_t> verdict(const ScorerPlan& plan, const Outcomes& outcomes, double score,
                                   View view) {
  std::optional<std::size_t> band = band_index(plan.rubric.parts().bands, score);
  if (!band) return band;
  for (std::size_t g = 0; g < plan.gate_bands.size(); ++g)
    if (applies(outcomes, g, view)) band = plan.worse(*band, plan.gate_bands[g]);
  if (!plan.conditions.has_bands()) return band;
  while (*band != plan.worst_band() && !is_met(outcomes, *band, view)) band = plan.next_worse(*band);
  return band;
}

}  // namespace

VerdictBands verdict_bands(const ScorerPlan& plan, const Outcomes& outcomes, const Measure& overall) {
  VerdictBands bands;
  if (overall.score && overall.completeness >= plan.rubric.parts().min_completeness)
    bands.point = verdict(plan, outcomes, *overall.score, View::point);
  // The low bound is the worst only if higher is better.
  const bool high_is_good = plan.better == Better::higher;
  bands.lowest = verdict(plan, outcomes, overall.low, high_is_good ? View::worst : View::best);
  bands.highest = verdict(plan, outcomes, overall.high, high_is_good ? View::best : View::worst);
  return bands;
}

}  // namespace ibtikar
