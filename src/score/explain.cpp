// See explain.h. The shares are over what entered the point score, so that the points of a
// dimension add up to its score before caps, and points and losses to 100.
#include "score/explain.h"

#include "base/decimal.h"

namespace ibtikar {
namespace {

/// Σk of one dimension over the criteria whose point is part of its score.
double total_k(const DimensionPlan& dimension, const std::vector<Outcome>& criteria) {
  double total = 0;
  for (const auto& [criterion, k] : dimension.criteria)
    if (criteria[criterion].point) total += k;
  return total;
}

/// Σw of one criterion over its answered applicable questions.
double answered_weight(const CriterionPlan& criterion, const std::vector<QuestionOutcome>& questions) {
  double total = 0;
  for (std::size_t q = criterion.first; q < criterion.last; ++q) total += questions[q].answered_weight;
  return total;
}

/// The factors of the criteria in one dimension: by what their own points and losses are
/// multiplied.
std::vector<Factors> criterion_factors(const DimensionPlan& dimension, const Outcomes& outcomes) {
  std::vector<Factors> factors;
  if (dimension.joint.how != Joining::mean) {
    std::vector<Part> parts;
    collect_dimension(dimension, outcomes, parts);
    return factors_of(dimension.joint, parts);
  }
  const double k_total = total_k(dimension, outcomes.criteria);
  for (const auto& [criterion, k] : dimension.criteria) factors.push_back({k / k_total, k / k_total});
  return factors;
}

/// The factors of the questions in one criterion. The first is that of question `first`.
std::vector<Factors> question_factors(const ScorerPlan& plan, const CriterionPlan& criterion,
                                      const Outcomes& outcomes) {
  std::vector<Factors> factors(criterion.last - criterion.first);
  if (criterion.is_plain) {
    const double w_total = answered_weight(criterion, outcomes.questions);
    for (std::size_t q = criterion.first; q < criterion.last; ++q) {
      const double share = plan.questions[q].weight / w_total;
      factors[q - criterion.first] = {share, share};
    }
    return factors;
  }
  std::vector<Part> parts;
  collect_criterion(plan, criterion, outcomes, parts);
  const std::vector<Factors> of_parts = factors_of(criterion.joint, parts);
  std::size_t part = 0;
  for (std::size_t g = criterion.first_group; g < criterion.last_group; ++g, ++part) {
    // A group without answers has no point and explains none.
    if (!outcomes.groups[g].point) continue;
    std::vector<Part> members;
    collect_questions(outcomes, plan.groups[g].questions, members);
    const std::vector<Factors> inner = factors_of(plan.groups[g].joint, members);
    for (std::size_t i = 0; i < inner.size(); ++i)
      factors[plan.groups[g].questions[i] - criterion.first] = {of_parts[part].points * inner[i].points,
                                                                of_parts[part].lost * inner[i].lost};
  }
  // collect_criterion() puts the groups first and these questions after them.
  for (const std::size_t q : criterion.ungrouped) factors[q - criterion.first] = of_parts[part++];
  return factors;
}

}  // namespace

Cell supplied(const ScorerPlan& plan, std::size_t question, Cell cell) {
  if (plan.questions[question].needs == SIZE_MAX) return cell;
  const NeedsPlan& needs = plan.needs[plan.questions[question].needs];
  cell.has_note = cell.has_note || needs.note;
  cell.has_link = cell.has_link || needs.link;
  if (!needs.evidence_will_do[cell.evidence]) cell.evidence = static_cast<std::uint32_t>(needs.evidence);
  return cell;
}

std::vector<std::string> missing_of(const ScorerPlan& plan, std::size_t question, const Cell& cell) {
  if (plan.questions[question].needs == SIZE_MAX) return {};
  const NeedsPlan& needs = plan.needs[plan.questions[question].needs];
  std::vector<std::string> missing;
  // A note that would earn nothing is not reported as missing: it would only annoy.
  if (credited(plan, question, supplied(plan, question, cell)) == credited(plan, question, cell))
    return missing;
  if (needs.note && !cell.has_note) missing.emplace_back("note");
  if (needs.link && !cell.has_link) missing.emplace_back("link");
  if (!needs.evidence_will_do[cell.evidence]) missing.emplace_back("evidence");
  return missing;
}

void explain_points(const ScorerPlan& plan, const Outcomes& outcomes,
                    std::vector<QuestionResult>& questions) {
  for (std::size_t d = 0; d < plan.dimensions.size(); ++d) {
    if (!outcomes.dimensions[d].point) continue;
    const std::string& id = plan.rubric.dimensions()[d].id;
    const std::vector<Factors> above = criterion_factors(plan.dimensions[d], outcomes);
    for (std::size_t i = 0; i < above.size(); ++i) {
      const std::size_t number = plan.dimensions[d].criteria[i].first;
      if (!outcomes.criteria[number].point) continue;
      const CriterionPlan& criterion = plan.criteria[number];
      // Per dimension, because a criterion may count in several, each with its own share.
      const std::vector<Factors> within = question_factors(plan, criterion, outcomes);
      for (std::size_t q = criterion.first; q < criterion.last; ++q) {
        const QuestionOutcome& question = outcomes.questions[q];
        if (!question.applicable || question.answered_weight == 0) continue;
        const Factors& share = within[q - criterion.first];
        const double v = question.credited;
        questions[q].points.emplace_back(id, rounded(100 * (above[i].points * share.points) * v));
        questions[q].lost.emplace_back(id, rounded(100 * (above[i].lost * share.lost) * (1 - v)));
      }
    }
  }
}

}  // namespace ibtikar
