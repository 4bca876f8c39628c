// See weight_dial.h.
#include "analysis/weight_dial.h"

#include <algorithm>

namespace ibtikar {
namespace {

/// The weights of a criterion's parts were changed: a sum without a limit of its own has all of
/// them together as its limit. As in ScorerPlan.
void rejoin_criterion(ScorerPlan& plan, std::size_t number) {
  CriterionPlan& criterion = plan.criteria[number];
  const Criterion& written = *plan.criterion_parts[number];
  double weights = 0;
  for (std::size_t g = criterion.first_group; g < criterion.last_group; ++g) {
    double of_group = 0;
    for (const std::size_t q : plan.groups[g].questions)
      if (plan.questions[q].scored) of_group += plan.questions[q].weight;
    plan.groups[g].joint = joint_of(written.groups[g - criterion.first_group].combination, of_group);
    if (of_group > 0) weights += plan.groups[g].weight;
  }
  for (const std::size_t q : criterion.ungrouped)
    if (plan.questions[q].scored) weights += plan.questions[q].weight;
  criterion.joint = joint_of(written.combination, weights);
}

void set_contribution(ScorerPlan& plan, const WeightPlace& place, double weight) {
  auto& criteria = plan.dimensions[place.dimension].criteria;
  std::erase_if(criteria, [&](const auto& one) { return one.first == place.criterion; });
  const auto next =
      std::ranges::find_if(criteria, [&](const auto& one) { return one.first > place.criterion; });
  if (weight > 0) criteria.insert(next, {place.criterion, weight});
  double weights = 0;
  for (const auto& [criterion, k] : criteria) weights += k;
  plan.dimensions[place.dimension].joint =
      joint_of(plan.rubric.dimensions()[place.dimension].combination, weights);
}

void set_weight(ScorerPlan& plan, const WeightPlace& place, double weight) {
  switch (place.kind) {
    case WeightKind::question:
      plan.questions[place.question].weight = weight;
      plan.questions[place.question].scored = weight > 0;
      return rejoin_criterion(plan, place.criterion);
    case WeightKind::group:
      plan.groups[place.group].weight = weight;
      return rejoin_criterion(plan, place.criterion);
    case WeightKind::contribution:
      return set_contribution(plan, place, weight);
    case WeightKind::dimension:
      plan.dimensions[place.dimension].weight = weight;
  }
}

/// The parts among which the weight is shared out, and which of them it belongs to.
struct Beside {
  std::vector<Part> parts;
  std::size_t self = 0;
};

std::size_t place_in(const std::vector<std::size_t>& list, std::size_t wanted) {
  return static_cast<std::size_t>(std::ranges::find(list, wanted) - list.begin());
}

Beside beside_question(const ScorerPlan& plan, const Outcomes& outcomes, const WeightPlace& place) {
  Beside beside;
  const CriterionPlan& criterion = plan.criteria[place.criterion];
  if (place.kind == WeightKind::question && place.group != SIZE_MAX) {
    collect_questions(outcomes, plan.groups[place.group].questions, beside.parts);
    beside.self = place_in(plan.groups[place.group].questions, place.question);
    return beside;
  }
  collect_criterion(plan, criterion, outcomes, beside.parts);
  beside.self = place.kind == WeightKind::group ? place.group - criterion.first_group
                                                : criterion.last_group - criterion.first_group +
                                                      place_in(criterion.ungrouped, place.question);
  return beside;
}

Beside beside(const ScorerPlan& plan, const Outcomes& outcomes, const WeightPlace& place) {
  Beside beside;
  if (place.kind == WeightKind::dimension) {
    for (std::size_t d = 0; d < plan.dimensions.size(); ++d) {
      const Outcome& one = outcomes.dimensions[d];
      const double weight = plan.dimensions[d].weight;
      beside.parts.push_back({weight, one.applicable && weight > 0, false, false, one.point, 0, 1, 0});
    }
    beside.self = place.dimension;
    return beside;
  }
  if (place.kind != WeightKind::contribution) return beside_question(plan, outcomes, place);
  const DimensionPlan& dimension = plan.dimensions[place.dimension];
  collect_dimension(dimension, outcomes, beside.parts);
  while (dimension.criteria[beside.self].first != place.criterion) ++beside.self;
  return beside;
}

/// Whether the criterion still scores something without a question or a group (SIZE_MAX: none).
bool still_scores(const ScorerPlan& plan, std::size_t criterion, std::size_t without_question,
                  std::size_t without_group) {
  const CriterionPlan& one = plan.criteria[criterion];
  const auto remains = [&](std::size_t q) { return q != without_question; };
  for (std::size_t g = one.first_group; g < one.last_group; ++g)
    if (g != without_group && plan.groups[g].weight > 0 &&
        std::ranges::any_of(plan.groups[g].questions, remains))
      return true;
  return std::ranges::any_of(one.ungrouped, remains);
}

std::vector<std::size_t> groups_by_question(const ScorerPlan& plan) {
  std::vector<std::size_t> groups(plan.questions.size(), SIZE_MAX);
  for (std::size_t g = 0; g < plan.groups.size(); ++g)
    for (const std::size_t q : plan.groups[g].questions) groups[q] = g;
  return groups;
}

}  // namespace

std::vector<WeightPlace> weight_places(const ScorerPlan& plan) {
  std::vector<WeightPlace> places;
  for (std::size_t d = 0; d < plan.dimensions.size(); ++d)
    if (plan.dimensions[d].weight > 0)
      places.push_back({WeightKind::dimension, 0, SIZE_MAX, 0, d, plan.dimensions[d].weight});
  for (std::size_t d = 0; d < plan.dimensions.size(); ++d)
    for (const auto& [c, k] : plan.dimensions[d].criteria)
      places.push_back({WeightKind::contribution, plan.criteria[c].first, SIZE_MAX, c, d, k});
  for (std::size_t c = 0; c < plan.criteria.size(); ++c)
    for (std::size_t g = plan.criteria[c].first_group; g < plan.criteria[c].last_group; ++g)
      if (plan.groups[g].weight > 0 && !plan.groups[g].questions.empty())
        places.push_back({WeightKind::group, plan.criteria[c].first, g, c, 0, plan.groups[g].weight});
  const std::vector<std::size_t> groups = groups_by_question(plan);
  for (std::size_t q = 0; q < plan.questions.size(); ++q)
    if (plan.questions[q].scored)
      places.push_back(
          {WeightKind::question, q, groups[q], plan.questions[q].criterion, 0, plan.questions[q].weight});
  return places;
}

WeightDial::WeightDial(const Rubric& rubric, const AnswerSheet& sheet)
    : plan_(rubric), ungated_(rubric), sheet_(sheet) {
  for (std::vector<EffectPlan>& effects : ungated_.effects) effects.clear();
  for (DimensionPlan& dimension : ungated_.dimensions) dimension.grid = 0;
  ungated_.overall_grid = 0;
  evaluate(plan_, sheet_, outcomes_);
  evaluate(ungated_, sheet_, before_gates_);
}

void WeightDial::turn(const WeightPlace& place, double weight) {
  set_weight(plan_, place, weight);
  set_weight(ungated_, place, weight);
  // This computes the question's criterion again, and all that is above criteria.
  evaluate_change(plan_, sheet_, place.question, outcomes_);
  evaluate_change(ungated_, sheet_, place.question, before_gates_);
}

Rivals WeightDial::rivals(const WeightPlace& place) const {
  const Beside all = beside(plan_, outcomes_, place);
  Rivals rivals;
  rivals.applicable = all.parts[all.self].applicable;
  for (std::size_t i = 0; i < all.parts.size(); ++i) {
    if (i == all.self || !all.parts[i].applicable) continue;
    rivals.applying += all.parts[i].weight;
    if (all.parts[i].point) rivals.with_point += all.parts[i].weight;
  }
  return rivals;
}

bool WeightDial::can_be_left_out(const WeightPlace& place) const {
  switch (place.kind) {
    case WeightKind::question:
      return still_scores(plan_, place.criterion, place.question, SIZE_MAX);
    case WeightKind::group:
      return still_scores(plan_, place.criterion, SIZE_MAX, place.group);
    case WeightKind::contribution:
      return plan_.dimensions[place.dimension].criteria.size() > 1;
    case WeightKind::dimension:
      break;
  }
  return std::ranges::count_if(plan_.dimensions, [](const DimensionPlan& one) { return one.weight > 0; }) > 1;
}

}  // namespace ibtikar
