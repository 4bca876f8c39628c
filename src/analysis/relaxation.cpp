// See relaxation.h. Here: may_reach(). need_rows.cpp has the rows.
#include "analysis/relaxation.h"

#include <algorithm>
#include <cmath>

#include "model/nearly.h"
#include "score/combiner.h"

namespace ibtikar {
namespace {

/// Half of the last digit that is shown, and more than arithmetic loses.
constexpr double kSlack = 0.005 + 1e-6;

double best_of(const Front& front) {
  double best = front.options.front().value;
  for (const FrontOption& option : front.options)
    best = front.lower ? std::min(best, option.value) : std::max(best, option.value);
  return best;
}

/// The weight of the steps up to the last one that is reached before the first that is not.
double climbed(const Joint& joint, const DimensionPlan& dimension, const std::vector<const Front*>& fronts,
               const std::vector<Outcome>& criteria, const std::vector<double>& values) {
  double weight = 0;
  double reached = 0;
  for (const auto& [c, k] : dimension.criteria) {
    if (!criteria[c].applicable) continue;
    if (fronts[c]->has_value && !reaches(joint, values[c] + kNearly)) break;
    weight += k;
    if (fronts[c]->has_value) reached = weight;
  }
  return reached;
}

}  // namespace

Relaxation::Relaxation(const Problem& problem, const World& world, const std::vector<const Front*>& fronts,
                       const std::vector<std::optional<Truth>>& assumed)
    : problem_(problem), plan_(problem.plan), world_(world), fronts_(fronts), assumed_(assumed) {
  for (const Front* front : fronts) {
    worst_.push_back(front->options.front().value);
    best_.push_back(best_of(*front));
  }
  // With all kept, the cheapest need not be the worst.
  if (world.keep_all)
    for (std::size_t c = 0; c < fronts.size(); ++c)
      for (const FrontOption& option : fronts[c]->options)
        worst_[c] = fronts[c]->lower ? std::max(worst_[c], option.value) : std::min(worst_[c], option.value);
}

std::optional<double> Relaxation::dimension(std::size_t d, const std::vector<double>& values) const {
  const DimensionPlan& dimension = plan_.dimensions[d];
  const Joint& joint = dimension.joint;
  double weight = 0, with_value = 0, total = 0;
  for (const auto& [c, k] : dimension.criteria) {
    if (!world_.outcomes.criteria[c].applicable) continue;
    weight += k;
    if (!fronts_[c]->has_value) continue;
    const bool is_first = with_value == 0;
    with_value += k;
    if (joint.how == Joining::minimum)
      total = is_first ? values[c] : std::min(total, values[c]);
    else if (joint.how == Joining::maximum)
      total = is_first ? values[c] : std::max(total, values[c]);
    else
      total += k * values[c];
  }
  if (with_value == 0) return std::nullopt;
  if (joint.how == Joining::in_order)
    total = climbed(joint, dimension, fronts_, world_.outcomes.criteria, values);
  return joined_value(joint, total, with_value, weight);
}

/// Whether each gate applies, as far as the best values say; what is assumed else.
void Relaxation::settle_gates(const std::vector<double>& values) {
  gates_.resize(plan_.gates.size());
  possible_ = true;
  std::vector<std::optional<double>> dimensions;
  for (std::size_t d = 0; d < plan_.dimensions.size(); ++d) dimensions.push_back(dimension(d, values));
  if (plan_.conditions.gates_ask_scores()) fill_best_ranges(values, dimensions, combined(dimensions));
  for (std::size_t g = 0; g < gates_.size(); ++g) {
    gates_[g] = plan_.conditions.gate(g, world_.sheet, world_.outcomes.visible, ranges_);
    // Without scores, "unknown" is an open question, and the gate does not apply by the point.
    const bool asks_scores = !scores_named(plan_.rubric.parts().gates[g].when).empty();
    if (gates_[g] == Truth::unknown && !asks_scores) gates_[g] = Truth::no;
    if (!assumed_[g]) continue;
    possible_ = possible_ && (gates_[g] == Truth::unknown || gates_[g] == *assumed_[g]);
    gates_[g] = *assumed_[g];
  }
}

/// A score after the gates' effects and rounding, the better one where that is not known.
double Relaxation::after_gates(std::size_t target, double value) const {
  const Better better = target == kOverall ? plan_.better : plan_.dimension_better[target];
  for (std::size_t g = 0; g < plan_.effects.size(); ++g)
    for (const EffectPlan& effect : plan_.effects[g]) {
      if (effect.dimension != target || gates_[g] == Truth::no) continue;
      const double changed = effect.on(value);
      if (gates_[g] == Truth::yes)
        value = changed;
      else
        value = better == Better::higher ? std::max(value, changed) : std::min(value, changed);
    }
  const Grid grid = target == kOverall ? plan_.overall_grid : plan_.dimensions[target].grid;
  if (grid == 0) return value;
  const double doubt = better == Better::higher ? 2 * kNearly : -2 * kNearly;
  return std::clamp(std::floor(value * grid + 0.5 + kNearly + doubt * grid) / grid, 0.0, 1.0);
}

std::optional<double> Relaxation::combined(const std::vector<std::optional<double>>& dimensions) const {
  Combiner combiner(plan_.rubric.parts().combine);
  bool is_any = false;
  for (std::size_t d = 0; d < dimensions.size(); ++d) {
    if (!world_.outcomes.dimensions[d].applicable || plan_.dimensions[d].weight <= 0) continue;
    if (!dimensions[d]) return std::nullopt;
    combiner.add(plan_.dimensions[d].weight, *dimensions[d]);
    is_any = true;
  }
  return is_any ? std::optional(combiner.mean()) : std::nullopt;
}

/// Whether a verdict no worse than `band` is possible by gates and by conditions of bands. Requires:
/// the ranges of the scores after gates.
bool Relaxation::band_is_possible(std::size_t band) const {
  for (std::size_t g = 0; g < gates_.size(); ++g)
    if (gates_[g] == Truth::yes && !is_no_worse_band(plan_, plan_.gate_bands[g], band)) return false;
  if (!plan_.conditions.has_bands()) return true;
  for (std::size_t b = 0; b < plan_.rubric.parts().bands.size(); ++b)
    if (is_no_worse_band(plan_, b, band) &&
        plan_.conditions.band(b, world_.sheet, world_.outcomes.visible, ranges_) != Truth::no)
      return true;
  return false;
}

/// A score lies between its best and the worst end; without a point, or if a better score may do
/// harm, anywhere.
void Relaxation::add_range(const std::optional<double>& best, const Outcome& outcome, Better better) {
  ScoreRange range{0, 100, outcome.applicable, outcome.may_leave};
  if (best && !problem_.may_backfire)
    (better == Better::higher ? range.high : range.low) =
        100 * *best + (better == Better::higher ? kSlack : -kSlack);
  ranges_.push_back(range);
}

/// The ranges of all scores, given the best values of criteria and dimensions.
void Relaxation::fill_best_ranges(const std::vector<double>& values,
                                  const std::vector<std::optional<double>>& dimensions,
                                  const std::optional<double>& overall) {
  ranges_.clear();
  for (std::size_t c = 0; c < fronts_.size(); ++c)
    add_range(fronts_[c]->has_value ? std::optional(values[c]) : std::nullopt, world_.outcomes.criteria[c],
              fronts_[c]->lower ? Better::lower : Better::higher);
  for (std::size_t d = 0; d < dimensions.size(); ++d)
    add_range(dimensions[d], world_.outcomes.dimensions[d], plan_.dimension_better[d]);
  add_range(overall, world_.outcomes.overall, plan_.better);
}

bool Relaxation::may_reach(const std::vector<double>& values) {
  settle_gates(values);
  if (!possible_) return false;
  std::vector<std::optional<double>> dimensions;
  for (std::size_t d = 0; d < plan_.dimensions.size(); ++d) {
    dimensions.push_back(dimension(d, values));
    if (dimensions.back()) dimensions.back() = after_gates(d, *dimensions.back());
  }
  const bool overall_is_monotone = std::ranges::none_of(plan_.dimensions, [&](const DimensionPlan& one) {
    const auto d = static_cast<std::size_t>(&one - plan_.dimensions.data());
    return one.weight > 0 && plan_.dimension_better[d] != plan_.better;
  });
  std::optional<double> overall = combined(dimensions);
  if (overall) overall = after_gates(kOverall, *overall);
  if (plan_.conditions.has_bands()) fill_best_ranges(values, dimensions, overall);
  return std::ranges::all_of(problem_.goal, [&](const Want& want) {
    if (want.band && !band_is_possible(*want.band)) return false;
    if (want.dimension == kOverall && !overall_is_monotone) return true;
    const std::optional<double>& score = want.dimension == kOverall ? overall : dimensions[want.dimension];
    return score && want.allows(100 * *score, kSlack);
  });
}

}  // namespace ibtikar
