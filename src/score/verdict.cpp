// See verdict.h. The rule itself is in model/verdict_rule.h.
#include "score/verdict.h"

#include "base/decimal.h"
#include "model/display_scale.h"
#include "model/verdict_rule.h"

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

namespace {

/// Whether a gate limits the verdict. In the best case only those do that certainly apply, in the
/// worst all that may.
bool applies(const Outcomes& outcomes, std::size_t gate, Side view) {
  if (view == Side::point) return outcomes.gates[gate] == Truth::yes && outcomes.certain[gate] != Truth::no;
  return view == Side::best ? outcomes.certain[gate] == Truth::yes : outcomes.certain[gate] != Truth::no;
}

/// Whether the verdict may be this band. The other way round: what a band asks for helps, so in the
/// best case it is enough that it may be met.
bool is_met(const Outcomes& outcomes, std::size_t band, Side view) {
  if (view == Side::point) return outcomes.met[band] == Truth::yes;
  return view == Side::best ? outcomes.certainly_met[band] != Truth::no
                            : outcomes.certainly_met[band] == Truth::yes;
}

std::optional<std::size_t> verdict(const ScorerPlan& plan, const Outcomes& outcomes, double score,
                                   Side side) {
  const bool has_conditions = plan.conditions.has_bands();
  return verdict_for(
      plan.rubric.parts().bands, plan.better, score, plan.gate_bands.size(),
      [&](std::size_t gate) {
        return applies(outcomes, gate, side) ? std::optional(plan.gate_bands[gate]) : std::nullopt;
      },
      [&](std::size_t band) { return !has_conditions || is_met(outcomes, band, side); });
}

}  // namespace

VerdictBands verdict_bands(const ScorerPlan& plan, const Outcomes& outcomes, const Measure& overall) {
  VerdictBands bands;
  // By the rounded score and completeness: the reader compares the verdict with what is printed.
  if (overall.score && overall.completeness >= plan.rubric.parts().min_completeness)
    bands.point = verdict(plan, outcomes, *overall.score, Side::point);
  const auto [lowest, highest] = verdicts_between(
      overall, plan.better, [&](double score, Side side) { return verdict(plan, outcomes, score, side); });
  bands.lowest = lowest;
  bands.highest = highest;
  return bands;
}

}  // namespace ibtikar
