// See explain.h. The shares are over what entered the point score, so that the points of a
// dimension add up to its score before caps, and points and losses to 100.
#include "score/explain.h"

#include "base/decimal.h"

namespace ibtikar {
namespace {

/// Σk of one dimension over the criteria whose point entered its score.
double total_k(const DimensionPlan& dimension, const std::vector<Outcome>& criteria) {
  double total = 0;
  for (const auto& [criterion, k] : dimension.criteria)
    if (criteria[criterion].point) total += k;
  return total;
}

/// Σw of one criterion over its answered applicable questions.
double answered_weight(const ScorerPlan& plan, const AnswerSheet& sheet, const Outcomes& outcomes,
                       std::size_t criterion) {
  double total = 0;
  for (std::size_t q = plan.criteria[criterion].first; q < plan.criteria[criterion].last; ++q)
    if (is_applicable(plan, sheet, outcomes.visible, q) && sheet.cells[q].state == CellState::answered)
      total += plan.questions[q].weight;
  return total;
}

}  // namespace

void explain_points(const ScorerPlan& plan, const AnswerSheet& sheet, const Outcomes& outcomes,
                    std::vector<QuestionResult>& questions) {
  for (std::size_t d = 0; d < plan.dimensions.size(); ++d) {
    const double k_total = total_k(plan.dimensions[d], outcomes.criteria);
    const std::string& id = plan.rubric.dimensions()[d].id;
    for (const auto& [criterion, k] : plan.dimensions[d].criteria) {
      if (!outcomes.criteria[criterion].point) continue;
      const double w_total = answered_weight(plan, sheet, outcomes, criterion);
      for (std::size_t q = plan.criteria[criterion].first; q < plan.criteria[criterion].last; ++q) {
        if (!is_applicable(plan, sheet, outcomes.visible, q)) continue;
        if (sheet.cells[q].state != CellState::answered) continue;
        const double share = k / k_total * (plan.questions[q].weight / w_total);
        const double v = credited(plan, sheet.cells[q]);
        questions[q].points.emplace_back(id, rounded(100 * share * v));
        questions[q].lost.emplace_back(id, rounded(100 * share * (1 - v)));
      }
    }
  }
}

}  // namespace ibtikar
