// See evaluate.h. Each function is one paragraph of docs/scoring.md.
#include "score/evaluate.h"

#include <algorithm>

#include "base/decimal.h"
#include "score/combiner.h"

namespace ibtikar {
namespace {

QuestionOutcome question_outcome(const ScorerPlan& plan, const Cell& cell, Truth visible, std::size_t q) {
  const QuestionPlan& question = plan.questions[q];
  QuestionOutcome out;
  out.applicable = question.scored && visible != Truth::no && cell.state != CellState::not_applicable;
  if (!out.applicable) return out;
  const bool is_answered = cell.state == CellState::answered;
  out.weight = question.weight;
  out.answered_weight = is_answered ? question.weight : 0;
  out.credited = is_answered ? credited(plan, cell) : 0;
  // An open question, or one that may yet be hidden, promises nothing: [0, 1].
  const bool is_bound = is_answered && visible == Truth::yes;
  const double margin = is_bound ? plan.margins[cell.evidence] : 1;
  out.low = positive_part(out.credited - margin);
  out.high = at_most_one(cell.utility + margin);
  out.may_leave =
      visible == Truth::unknown || (cell.state == CellState::unanswered && question.allows_not_applicable);
  return out;
}

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
  }
  if (!out.applicable) return out;
  out.low = low / weight;
  out.high = high / weight;
  out.completeness = answered_weight / weight;
  if (answered_weight > 0) out.point = points / answered_weight;
  return out;
}

Outcome dimension_outcome(const DimensionPlan& dimension, const std::vector<Outcome>& criteria) {
  Outcome out;
  double weight = 0, low = 0, high = 0, completeness = 0, point_weight = 0, points = 0;
  out.may_leave = true;
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

/// A gate that surely applies caps the bounds; one that may apply caps the lower bound alone. What it does
/// to the point, the point of what it asks says.
void cap(Outcome& outcome, Truth certain, Truth by_point, double limit) {
  if (certain == Truth::no) return;
  outcome.low = std::min(outcome.low, limit);
  if (certain == Truth::yes) outcome.high = std::min(outcome.high, limit);
  if (by_point == Truth::yes && outcome.point) outcome.point = std::min(*outcome.point, limit);
}

void cap_all(const ScorerPlan& plan, Outcomes& outcomes, bool overall) {
  for (std::size_t g = 0; g < plan.gates.size(); ++g)
    for (const CapPlan& one : plan.gates[g]) {
      if ((one.dimension == kOverall) != overall) continue;
      cap(overall ? outcomes.overall : outcomes.dimensions[one.dimension], outcomes.certain[g],
          outcomes.gates[g], one.limit);
    }
}

Outcome overall_outcome(const ScorerPlan& plan, const std::vector<Outcome>& dimensions) {
  Outcome out;
  const Combine how = plan.rubric.parts().combine;
  Combiner point(how), low(how), high(how), completeness(Combine::arithmetic_mean);
  bool defined = true;
  out.may_leave = true;
  for (std::size_t d = 0; d < dimensions.size(); ++d) {
    const Outcome& dimension = dimensions[d];
    const double weight = plan.dimensions[d].weight;
    if (!dimension.applicable || weight <= 0) continue;
    out.applicable = true;
    if (dimension.point)
      point.add(weight, *dimension.point);
    else
      defined = false;
    low.add(weight, dimension.low);
    // Were all that is open called not applicable, the dimension would leave, and its cap with it.
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

/// Where a score lies as it is shown: by its bounds, or where it has a point by that alone.
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

void settle_gates(const ScorerPlan& plan, const AnswerSheet& sheet, const std::vector<Truth>& visible,
                  const std::vector<ScoreRange>& ranges, std::vector<Truth>& gates) {
  gates.resize(plan.gates.size());
  for (std::size_t g = 0; g < plan.gates.size(); ++g)
    gates[g] = plan.conditions.gate(g, sheet, visible, ranges);
}

/// Requires: dimensions as they are before gates.
void evaluate_gates(const ScorerPlan& plan, const AnswerSheet& sheet, Outcomes& outcomes) {
  if (!plan.conditions.asks_scores()) {
    settle_gates(plan, sheet, outcomes.visible, outcomes.ranges, outcomes.certain);
    outcomes.gates = outcomes.certain;
    return;
  }
  const Outcome overall = overall_outcome(plan, outcomes.dimensions);
  fill_ranges(outcomes, overall, true);
  settle_gates(plan, sheet, outcomes.visible, outcomes.ranges, outcomes.gates);
  fill_ranges(outcomes, overall, false);
  settle_gates(plan, sheet, outcomes.visible, outcomes.ranges, outcomes.certain);
  for (std::size_t g = 0; g < plan.gates.size(); ++g)
    if (outcomes.certain[g] != Truth::unknown) outcomes.gates[g] = outcomes.certain[g];
}

/// From the criteria upward; `outcomes.visible` and `outcomes.criteria` are there.
void evaluate_dimensions(const ScorerPlan& plan, const AnswerSheet& sheet, Outcomes& outcomes) {
  outcomes.dimensions.resize(plan.dimensions.size());
  for (std::size_t d = 0; d < plan.dimensions.size(); ++d)
    outcomes.dimensions[d] = dimension_outcome(plan.dimensions[d], outcomes.criteria);
  evaluate_gates(plan, sheet, outcomes);
  cap_all(plan, outcomes, false);
  outcomes.overall = overall_outcome(plan, outcomes.dimensions);
  cap_all(plan, outcomes, true);
}

}  // namespace

void evaluate(const ScorerPlan& plan, const AnswerSheet& sheet, Outcomes& outcomes) {
  plan.conditions.settle(sheet, outcomes.visible);
  outcomes.questions.resize(plan.questions.size());
  for (std::size_t q = 0; q < plan.questions.size(); ++q)
    outcomes.questions[q] = question_outcome(plan, sheet.cells[q], outcomes.visible[q], q);
  outcomes.criteria.resize(plan.criteria.size());
  for (std::size_t c = 0; c < plan.criteria.size(); ++c)
    outcomes.criteria[c] = criterion_outcome(plan.criteria[c], outcomes.questions);
  evaluate_dimensions(plan, sheet, outcomes);
}

void evaluate_change(const ScorerPlan& plan, const AnswerSheet& sheet, std::size_t question,
                     Outcomes& outcomes) {
  if (plan.conditions.is_named(question)) {
    evaluate(plan, sheet, outcomes);
    return;
  }
  const std::size_t criterion = plan.questions[question].criterion;
  outcomes.questions[question] =
      question_outcome(plan, sheet.cells[question], outcomes.visible[question], question);
  outcomes.criteria[criterion] = criterion_outcome(plan.criteria[criterion], outcomes.questions);
  evaluate_dimensions(plan, sheet, outcomes);
}

}  // namespace ibtikar
