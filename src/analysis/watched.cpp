// See watched.h.
#include "analysis/watched.h"

#include <algorithm>
#include <cmath>
#include <variant>

#include "base/decimal.h"
#include "score/verdict.h"

namespace ibtikar {
namespace {

/// Comparisons see numbers with two decimals. These are the exact numbers in [0, 1] at which what
/// is shown reaches `limit`, and at which it is above.
constexpr double kHalfStep = 0.005;
double reaching(double limit) { return (std::ceil(limit * 100 - 1e-7) / 100 - kHalfStep) / 100; }
double passing(double limit) { return (std::floor(limit * 100 + 1e-7) / 100 + kHalfStep) / 100; }

void watch_asked(const Outcome& outcome, double limit, bool is_overall, Regime& regime) {
  for (const double edge : {reaching(limit), passing(limit)}) {
    if (outcome.point) regime.watched.push_back({*outcome.point, edge, false, is_overall});
    regime.watched.push_back({outcome.low, edge, true, is_overall});
    regime.watched.push_back({outcome.high, edge, true, is_overall});
  }
}

const Outcome& by_number(const Outcomes& outcomes, std::size_t number) {
  if (number < outcomes.criteria.size()) return outcomes.criteria[number];
  number -= outcomes.criteria.size();
  return number < outcomes.dimensions.size() ? outcomes.dimensions[number] : outcomes.overall;
}

/// The kinks of the effects that gates have on a score: where each of them begins to hold it.
void watch_effects(const ScorerPlan& plan, const Outcomes& outcomes, ScoreTarget target, double score,
                   Regime& regime) {
  for (std::size_t g = 0; g < plan.effects.size(); ++g) {
    if (outcomes.gates[g] != Truth::yes || outcomes.certain[g] == Truth::no) continue;
    for (const EffectPlan& effect : plan.effects[g]) {
      if (effect.dimension != target) continue;
      const double changed = score * effect.factor + effect.plus;
      regime.watched.push_back({changed, effect.least, false, target == kOverall});
      regime.watched.push_back({changed, effect.most, false, target == kOverall});
      score = effect.on(score);
    }
  }
}

/// The dimension that gives a minimum its score.
std::size_t least_dimension(const ScorerPlan& plan, const Outcomes& outcomes) {
  std::size_t least = 0;
  double score = 2;
  for (std::size_t d = 0; d < plan.dimensions.size(); ++d) {
    const Outcome& one = outcomes.dimensions[d];
    if (!one.applicable || plan.dimensions[d].weight <= 0 || !one.point || *one.point >= score) continue;
    least = d;
    score = *one.point;
  }
  return least;
}

/// Whether a gate that may apply, whatever the weight, has an effect on this score, or on any.
bool has_effect(const WeightDial& dial, std::optional<ScoreTarget> on) {
  const ScorerPlan& plan = dial.plan();
  for (std::size_t g = 0; g < plan.effects.size(); ++g) {
    if (!plan.conditions.gates_ask_scores() && dial.outcomes().certain[g] == Truth::no) continue;
    for (const EffectPlan& effect : plan.effects[g])
      if (!on || effect.dimension == *on) return true;
  }
  return false;
}

}  // namespace

const Outcome& outcome_of(const Outcomes& outcomes, ScoreTarget target) {
  return target == kOverall ? outcomes.overall : outcomes.dimensions[target];
}

std::optional<std::size_t> verdict_of(const ScorerPlan& plan, const Outcomes& outcomes, ScoreTarget target) {
  const Measure measure = measure_of(outcome_of(outcomes, target), {});
  if (target == kOverall) return verdict_bands(plan, outcomes, measure).point;
  if (!measure.score) return std::nullopt;
  const std::vector<Band>& bands = plan.rubric.parts().bands;
  const Band* band = band_of(bands, *measure.score);
  if (band == nullptr) return std::nullopt;
  return static_cast<std::size_t>(band - bands.data());
}

Watcher::Watcher(const ScorerPlan& plan, ScoreTarget target) : target_(target) {
  for (const Gate& gate : plan.rubric.parts().gates) note_scores(gate.when, plan.rubric, by_gates_);
  if (target != kOverall) return;
  for (const Band& band : plan.rubric.parts().bands)
    if (band.when) note_scores(*band.when, plan.rubric, by_bands_);
}

void Watcher::note_scores(const Condition& condition, const Rubric& rubric, std::vector<AskedScore>& asked) {
  const Atom& atom = condition.atom;
  if (condition.kind == Condition::Kind::atom && !atom.score.empty())
    asked.push_back({score_number(rubric, atom.score), std::get<double>(atom.operands.front())});
  for (const Condition& part : condition.parts) note_scores(part, rubric, asked);
}

Regime Watcher::regime(const WeightDial& dial) const {
  Regime regime;
  const ScorerPlan& plan = dial.plan();
  const Outcomes& outcomes = dial.outcomes();
  const std::size_t overall = outcomes.criteria.size() + outcomes.dimensions.size();
  for (const AskedScore& one : by_gates_)
    watch_asked(by_number(dial.before_gates(), one.number), one.limit, one.number == overall, regime);
  for (const AskedScore& one : by_bands_)
    watch_asked(by_number(outcomes, one.number), one.limit, one.number == overall, regime);
  for (std::size_t d = 0; d < outcomes.dimensions.size(); ++d)
    if (outcomes.dimensions[d].uncapped)
      watch_effects(plan, outcomes, d, *outcomes.dimensions[d].uncapped, regime);
  if (outcomes.overall.uncapped) watch_effects(plan, outcomes, kOverall, *outcomes.overall.uncapped, regime);
  const Outcome& target = outcome_of(outcomes, target_);
  for (const Band& band : plan.rubric.parts().bands)
    if (target.point)
      regime.watched.push_back({*target.point, reaching(band.from), false, target_ == kOverall});
  // Completeness is from 0 to 1, with two decimals.
  const double enough = plan.rubric.parts().min_completeness;
  if (target_ == kOverall)
    regime.watched.push_back({outcomes.overall.completeness, 100 * reaching(enough), true});
  for (const Watched& one : regime.watched)
    regime.states.push_back(static_cast<std::size_t>(one.value >= one.edge));
  for (std::size_t g = 0; g < outcomes.gates.size(); ++g)
    regime.states.push_back(static_cast<std::size_t>(outcomes.gates[g]) * 3 +
                            static_cast<std::size_t>(outcomes.certain[g]));
  if (plan.rubric.parts().combine == Combine::minimum)
    regime.states.push_back(least_dimension(plan, outcomes));
  return regime;
}

Straight straight(const WeightDial& dial, const WeightPlace& place) {
  const ScorerPlan& plan = dial.plan();
  const bool is_rounded =
      plan.overall_grid > 0 ||
      std::ranges::any_of(plan.dimensions, [](const DimensionPlan& one) { return one.grid > 0; });
  // Conditions of bands see intervals after gates, whose kinks are not watched.
  if (is_rounded || (plan.conditions.has_bands() && has_effect(dial, std::nullopt))) return {};
  const Combine combine = plan.rubric.parts().combine;
  if (place.kind == WeightKind::dimension)
    return {combine != Combine::geometric_mean || !has_effect(dial, kOverall),
            combine == Combine::geometric_mean};
  if (combine == Combine::geometric_mean) return {};
  if (place.kind == WeightKind::contribution)
    return {plan.dimensions[place.dimension].joint.how == Joining::mean};
  if (place.kind == WeightKind::question && place.group != SIZE_MAX &&
      plan.groups[place.group].joint.how != Joining::mean)
    return {};
  if (plan.criteria[place.criterion].joint.how != Joining::mean) return {};
  return {std::ranges::all_of(plan.dimensions, [&](const DimensionPlan& dimension) {
    return dimension.joint.how == Joining::mean ||
           std::ranges::none_of(dimension.criteria,
                                [&](const auto& one) { return one.first == place.criterion; });
  })};
}

}  // namespace ibtikar
