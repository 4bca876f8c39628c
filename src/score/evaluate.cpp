// See evaluate.h. Each function is one paragraph of docs/scoring.md.
//
// Batches, reports, advice and the interview all come from these functions. A short cut for one of
// them would give numbers that differ in the last digit. What is computed twice here is the point
// and the bounds: bounds are not the point with other answers, because open questions enter them
// and not the point.
#include "score/evaluate.h"

#include <algorithm>

#include "base/decimal.h"
#include "model/nearly.h"
#include "score/combiner.h"

namespace ibtikar {
namespace {

// ---- questions: docs/scoring.md, "Evidence gives a margin, and a ceiling" ----

/// The most that a special answer earns: by its evidence, and by what its question requires.
double ceiling_of(const ScorerPlan& plan, const QuestionPlan& question, const Cell& cell) {
  const double ceiling = plan.ceilings[cell.evidence];
  if (question.needs == SIZE_MAX) return ceiling;
  const NeedsPlan& needs = plan.needs[question.needs];
  return needs.is_lacking(cell) ? std::min(ceiling, needs.otherwise) : ceiling;
}

/// A question that is better when lower, or that requires something: the plain formulas reversed,
/// or with one bound released. In a function of its own, because nearly every answer is plain.
void weigh_special(const ScorerPlan& plan, std::size_t q, const Cell& cell, double margin,
                   QuestionOutcome& out) {
  const QuestionPlan& question = plan.questions[q];
  out.credited = credited(plan, q, cell);
  // What is lacking may still be supplied, so the bound on the good side stays. The one on the bad
  // side is released, because nothing shows the answer yet.
  const bool is_lacking = question.needs != SIZE_MAX && plan.needs[question.needs].is_lacking(cell);
  if (question.lower_is_better) {
    out.low = positive_part(cell.utility - margin);
    out.high = is_lacking ? 1 : at_most_one(out.credited + margin);
  } else {
    out.low = is_lacking ? 0 : positive_part(out.credited - margin);
  }
}

// ---- criteria and dimensions: docs/scoring.md, "From questions to dimensions" ----

/// The mean of a criterion's questions. Questions that do not apply have weight 0 and are added
/// like all others, without a branch: adding 0 changes no bit.
Outcome criterion_outcome(const CriterionPlan& criterion, const std::vector<QuestionOutcome>& questions) {
  Outcome out;
  double weight = 0, low = 0, high = 0, answered_weight = 0, points = 0;
  out.may_leave = true;
  for (std::size_t q = criterion.first; q < criterion.last; ++q) {
    const QuestionOutcome& question = questions[q];
    weight += question.weight;
    low += question.weight * question.low;
    high += question.weight * question.high;
    answered_weight += question.answered_weight;
    points += question.answered_weight * question.credited;
    out.applicable |= question.applicable;
    out.may_leave &= question.may_leave;
    out.keeps_point |= question.answered_weight > 0 && !question.may_leave;
  }
  // A question that is scored weighs more than 0, so from here on no division is by 0.
  if (!out.applicable) return out;
  out.low = low / weight;
  out.high = high / weight;
  out.completeness = answered_weight / weight;
  if (answered_weight > 0) out.point = points / answered_weight;
  return out;
}

/// Outcome and Part carry the same numbers. Part belongs to the model, because validate() computes
/// with it, too.
Outcome as_outcome(const Part& part) {
  Outcome out;
  out.point = part.point;
  out.low = part.low;
  out.high = part.high;
  out.completeness = part.completeness;
  out.applicable = part.applicable;
  out.may_leave = part.may_leave;
  out.keeps_point = part.keeps_point;
  return out;
}

Part as_part(const Outcome& outcome, double weight) {
  return {weight,        outcome.applicable, outcome.may_leave, outcome.keeps_point,
          outcome.point, outcome.low,        outcome.high,      outcome.completeness};
}

/// The mean of a dimension's criteria. A criterion without a point leaves the point of the
/// dimension, but not its bounds: what is open there may still become anything.
Outcome dimension_outcome(const DimensionPlan& dimension, const std::vector<Outcome>& criteria) {
  Outcome out;
  double weight = 0, low = 0, high = 0, completeness = 0, point_weight = 0, points = 0;
  out.may_leave = true;
  // The plan lists only criteria that contribute more than 0.
  for (const auto& [number, k] : dimension.criteria) {
    const Outcome& criterion = criteria[number];
    if (!criterion.applicable) continue;
    out.applicable = true;
    weight += k;
    low += k * criterion.low;
    high += k * criterion.high;
    completeness += k * criterion.completeness;
    if (criterion.point) {
      point_weight += k;
      points += k * *criterion.point;
    }
    out.may_leave = out.may_leave && criterion.may_leave;
  }
  if (!out.applicable) return out;
  out.low = low / weight;
  out.high = high / weight;
  out.completeness = completeness / weight;
  if (point_weight > 0) out.point = points / point_weight;
  out.uncapped = out.point;
  return out;
}

/// A dimension in whatever way it combines. `uncapped` is noted before gates change the point.
Outcome joined_dimension(const DimensionPlan& dimension, Outcomes& outcomes) {
  if (dimension.joint.how == Joining::mean) return dimension_outcome(dimension, outcomes.criteria);
  outcomes.parts.clear();
  collect_dimension(dimension, outcomes, outcomes.parts);
  Outcome out = as_outcome(joined(dimension.joint, outcomes.parts));
  out.uncapped = out.point;
  return out;
}

// ---- gates, the overall and bands ----

/// The effect on one score of a gate that may apply. A gate that certainly applies changes both bounds. One
/// that may apply only widens them: it must not promise what may not come. Whether it changes the point is
/// decided by the point of what it asks about.
void take_effect(const EffectPlan& effect, Truth certain, Truth by_point, Outcome& outcome) {
  const double low = effect.on(outcome.low);
  const double high = effect.on(outcome.high);
  outcome.low = certain == Truth::yes ? low : std::min(outcome.low, low);
  outcome.high = certain == Truth::yes ? high : std::max(outcome.high, high);
  if (by_point == Truth::yes && outcome.point) outcome.point = effect.on(*outcome.point);
}

/// Rounds a score to the nearest number that its scale shows, halves up. The small addend makes a
/// sum of decimal fractions that misses a half by its last bit count as a half.
void round_to(Grid grid, Outcome& outcome) {
  const auto nearest = [&](double value) {
    return std::clamp(std::floor(value * grid + 0.5 + kNearly) / grid, 0.0, 1.0);
  };
  if (grid == 0 || !outcome.applicable) return;
  outcome.low = nearest(outcome.low);
  outcome.high = nearest(outcome.high);
  if (outcome.point) outcome.point = nearest(*outcome.point);
}

/// Applies the gates to all dimensions or to the overall, and then rounds scores that are rounded.
void apply_gates(const ScorerPlan& plan, Outcomes& outcomes, bool overall) {
  // In the rubric's order: multiplying, adding and capping give other scores in another order.
  for (std::size_t g = 0; g < plan.effects.size(); ++g)
    for (const EffectPlan& effect : plan.effects[g]) {
      if (outcomes.certain[g] == Truth::no || (effect.dimension == kOverall) != overall) continue;
      take_effect(effect, outcomes.certain[g], outcomes.gates[g],
                  overall ? outcomes.overall : outcomes.dimensions[effect.dimension]);
    }
  // After all gates: what a cap leaves need not be a number that the scale shows.
  if (overall) return round_to(plan.overall_grid, outcomes.overall);
  for (std::size_t d = 0; d < plan.dimensions.size(); ++d)
    round_to(plan.dimensions[d].grid, outcomes.dimensions[d]);
}

/// Combines the dimensions. Undefined as soon as one dimension has no point: leaving it out would
/// reward those who answer nothing about their weakest dimension.
template <Combine kHow>
Outcome combined_outcome(const ScorerPlan& plan, const std::vector<Outcome>& dimensions) {
  Outcome out;
  Combiner point(kHow), low(kHow), high(kHow), completeness(Combine::arithmetic_mean);
  bool defined = true;
  out.may_leave = true;
  for (std::size_t d = 0; d < dimensions.size(); ++d) {
    const Outcome& dimension = dimensions[d];
    const double weight = plan.dimensions[d].weight;
    // A dimension of weight 0 is shown beside the others and moves nothing.
    if (!dimension.applicable || weight <= 0) continue;
    out.applicable = true;
    if (dimension.point)
      point.add(weight, *dimension.point);
    else
      defined = false;
    // If everything open were called not applicable, the dimension would leave, and the effects of
    // gates on it would leave with it. The bounds must hold in that case, too.
    low.add(weight, dimension.may_leave ? 0 : dimension.low);
    high.add(weight, dimension.may_leave ? 1 : dimension.high);
    completeness.add(weight, dimension.completeness);
    out.may_leave = out.may_leave && dimension.may_leave;
  }
  if (!out.applicable) return out;
  out.low = low.mean();
  out.high = high.mean();
  out.completeness = completeness.mean();
  if (defined) out.point = point.mean();
  out.uncapped = out.point;
  return out;
}

Outcome overall_outcome(const ScorerPlan& plan, const std::vector<Outcome>& dimensions) {
  const Combine how = plan.rubric.parts().combine;
  if (how == Combine::geometric_mean) return combined_outcome<Combine::geometric_mean>(plan, dimensions);
  if (how == Combine::minimum) return combined_outcome<Combine::minimum>(plan, dimensions);
  return combined_outcome<Combine::arithmetic_mean>(plan, dimensions);
}

/// The range of a score as it is shown: its bounds, or its point alone. Rounded, because a reader
/// who sees 60.00 expects "at least 60" to hold.
ScoreRange range_of(const Outcome& outcome, bool by_point) {
  const bool at_point = by_point && outcome.point;
  return {rounded(100 * (at_point ? *outcome.point : outcome.low)),
          rounded(100 * (at_point ? *outcome.point : outcome.high)), outcome.applicable, outcome.may_leave};
}

/// Every score before gates, in the order of score_number().
void fill_ranges(Outcomes& outcomes, const Outcome& overall, bool by_point) {
  outcomes.ranges.clear();
  for (const Outcome& criterion : outcomes.criteria) outcomes.ranges.push_back(range_of(criterion, by_point));
  for (const Outcome& dimension : outcomes.dimensions)
    outcomes.ranges.push_back(range_of(dimension, by_point));
  outcomes.ranges.push_back(range_of(overall, by_point));
}

/// Evaluates the conditions of bands, on scores after gates. Where the intervals decide, they
/// overrule the point.
void evaluate_bands(const ScorerPlan& plan, const AnswerSheet& sheet, Outcomes& outcomes) {
  const std::size_t bands = plan.rubric.parts().bands.size();
  const auto settle = [&](bool by_point, std::vector<Truth>& met) {
    fill_ranges(outcomes, outcomes.overall, by_point);
    met.resize(bands);
    for (std::size_t b = 0; b < bands; ++b)
      met[b] = plan.conditions.band(b, sheet, outcomes.visible, outcomes.ranges);
  };
  settle(true, outcomes.met);
  settle(false, outcomes.certainly_met);
  for (std::size_t b = 0; b < bands; ++b)
    if (outcomes.certainly_met[b] != Truth::unknown) outcomes.met[b] = outcomes.certainly_met[b];
}

/// Evaluates the conditions of all gates, given the ranges of the scores.
void settle_gates(const ScorerPlan& plan, const AnswerSheet& sheet, const std::vector<Truth>& visible,
                  const std::vector<ScoreRange>& ranges, std::vector<Truth>& gates) {
  gates.resize(plan.gates.size());
  for (std::size_t g = 0; g < plan.gates.size(); ++g)
    gates[g] = plan.conditions.gate(g, sheet, visible, ranges);
}

/// Evaluates the gates. Requires: dimensions before gates. A gate never sees the effect of another
/// gate, so their order does not decide whether they apply.
void evaluate_gates(const ScorerPlan& plan, const AnswerSheet& sheet, Outcomes& outcomes) {
  // Most rubrics ask only about answers. Then one pass is enough, and it is certain.
  if (!plan.conditions.gates_ask_scores()) {
    settle_gates(plan, sheet, outcomes.visible, outcomes.ranges, outcomes.certain);
    outcomes.gates = outcomes.certain;
    return;
  }
  const Outcome overall = overall_outcome(plan, outcomes.dimensions);
  // Twice: as the scores stand, and by what they may still become. Where the second is certain, it
  // counts; otherwise the first says whether the gate acts on the score as it stands.
  fill_ranges(outcomes, overall, true);
  settle_gates(plan, sheet, outcomes.visible, outcomes.ranges, outcomes.gates);
  fill_ranges(outcomes, overall, false);
  settle_gates(plan, sheet, outcomes.visible, outcomes.ranges, outcomes.certain);
  for (std::size_t g = 0; g < plan.gates.size(); ++g)
    if (outcomes.certain[g] != Truth::unknown) outcomes.gates[g] = outcomes.certain[g];
}

/// Evaluates everything above the criteria. Requires: `outcomes.visible` and `outcomes.criteria`.
void evaluate_dimensions(const ScorerPlan& plan, const AnswerSheet& sheet, Outcomes& outcomes) {
  join_dimensions(plan, outcomes);
  evaluate_gates(plan, sheet, outcomes);
  finish_scores(plan, outcomes);
  if (plan.conditions.has_bands()) evaluate_bands(plan, sheet, outcomes);
}

}  // namespace

QuestionOutcome question_outcome(const ScorerPlan& plan, const Cell& cell, Truth visible, std::size_t q) {
  const QuestionPlan& question = plan.questions[q];
  QuestionOutcome out;
  // A possibly hidden question counts for the point as if it were visible. Only its bounds know.
  out.applicable = question.scored && visible != Truth::no && cell.state != CellState::not_applicable;
  if (!out.applicable) return out;
  const bool is_answered = cell.state == CellState::answered;
  out.weight = question.weight;
  out.answered_weight = is_answered ? question.weight : 0;
  out.credited = is_answered ? std::min(cell.utility, plan.ceilings[cell.evidence]) : 0;
  // An open question, or one that may still become hidden, can end anywhere: [0, 1].
  const bool is_bound = is_answered && visible == Truth::yes;
  const double margin = is_bound ? plan.margins[cell.evidence] : 1;
  out.low = positive_part(out.credited - margin);
  // From the utility, not from what is credited: better evidence would lift the ceiling.
  out.high = at_most_one(cell.utility + margin);
  if (question.is_special() && is_answered) weigh_special(plan, q, cell, margin, out);
  out.may_leave =
      visible == Truth::unknown || (cell.state == CellState::unanswered && question.allows_not_applicable);
  return out;
}

double credited(const ScorerPlan& plan, std::size_t question, const Cell& cell) {
  const QuestionPlan& how = plan.questions[question];
  const double ceiling = ceiling_of(plan, how, cell);
  return how.lower_is_better ? std::max(cell.utility, 1 - ceiling) : std::min(cell.utility, ceiling);
}

void collect_questions(const Outcomes& outcomes, const std::vector<std::size_t>& questions,
                       std::vector<Part>& parts) {
  for (const std::size_t q : questions) {
    const QuestionOutcome& one = outcomes.questions[q];
    Part part{one.weight, one.applicable, one.may_leave, false, std::nullopt, one.low, one.high, 0};
    if (one.answered_weight > 0) {
      part.keeps_point = !one.may_leave;
      part.point = one.credited;
      part.completeness = 1;
    }
    parts.push_back(part);
  }
}

void collect_criterion(const ScorerPlan& plan, const CriterionPlan& criterion, const Outcomes& outcomes,
                       std::vector<Part>& parts) {
  for (std::size_t g = criterion.first_group; g < criterion.last_group; ++g) {
    parts.push_back(as_part(outcomes.groups[g], plan.groups[g].weight));
    parts.back().applicable = parts.back().applicable && plan.groups[g].weight > 0;
  }
  collect_questions(outcomes, criterion.ungrouped, parts);
}

void collect_dimension(const DimensionPlan& dimension, const Outcomes& outcomes, std::vector<Part>& parts) {
  for (const auto& [number, k] : dimension.criteria) parts.push_back(as_part(outcomes.criteria[number], k));
}

void evaluate(const ScorerPlan& plan, const AnswerSheet& sheet, Outcomes& outcomes) {
  // Visibility comes first, because every outcome asks for it. The buffers keep their memory from
  // record to record.
  plan.conditions.settle(sheet, outcomes.visible);
  outcomes.questions.resize(plan.questions.size());
  for (std::size_t q = 0; q < plan.questions.size(); ++q)
    outcomes.questions[q] = question_outcome(plan, sheet.cells[q], outcomes.visible[q], q);
  outcomes.criteria.resize(plan.criteria.size());
  outcomes.groups.resize(plan.groups.size());
  evaluate_scores(plan, sheet, outcomes);
}

void evaluate_criterion(const ScorerPlan& plan, std::size_t number, Outcomes& outcomes) {
  const CriterionPlan& criterion = plan.criteria[number];
  if (criterion.is_plain) {
    outcomes.criteria[number] = criterion_outcome(criterion, outcomes.questions);
    return;
  }
  for (std::size_t g = criterion.first_group; g < criterion.last_group; ++g) {
    outcomes.parts.clear();
    collect_questions(outcomes, plan.groups[g].questions, outcomes.parts);
    outcomes.groups[g] = as_outcome(joined(plan.groups[g].joint, outcomes.parts));
  }
  // After the groups, because they are parts of it.
  outcomes.parts.clear();
  collect_criterion(plan, criterion, outcomes, outcomes.parts);
  outcomes.criteria[number] = as_outcome(joined(criterion.joint, outcomes.parts));
}

void evaluate_scores(const ScorerPlan& plan, const AnswerSheet& sheet, Outcomes& outcomes) {
  for (std::size_t c = 0; c < plan.criteria.size(); ++c) evaluate_criterion(plan, c, outcomes);
  evaluate_dimensions(plan, sheet, outcomes);
}

void join_dimensions(const ScorerPlan& plan, Outcomes& outcomes) {
  outcomes.dimensions.resize(plan.dimensions.size());
  for (std::size_t d = 0; d < plan.dimensions.size(); ++d)
    outcomes.dimensions[d] = joined_dimension(plan.dimensions[d], outcomes);
}

void finish_scores(const ScorerPlan& plan, Outcomes& outcomes) {
  apply_gates(plan, outcomes, false);
  outcomes.overall = overall_outcome(plan, outcomes.dimensions);
  apply_gates(plan, outcomes, true);
}

void evaluate_change(const ScorerPlan& plan, const AnswerSheet& sheet, std::size_t question,
                     Outcomes& outcomes) {
  // The answer may change which questions are visible anywhere, so nothing can be kept.
  if (plan.conditions.is_named(question)) {
    evaluate(plan, sheet, outcomes);
    return;
  }
  // Otherwise only its criterion, and what is above it, can differ.
  const std::size_t criterion = plan.questions[question].criterion;
  outcomes.questions[question] =
      question_outcome(plan, sheet.cells[question], outcomes.visible[question], question);
  evaluate_criterion(plan, criterion, outcomes);
  evaluate_dimensions(plan, sheet, outcomes);
}

}  // namespace ibtikar
