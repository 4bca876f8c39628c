// See explain.h.
#include "score/explain.h"

#include <algorithm>

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

Score difference(const std::optional<double>& after, const std::optional<double>& before) {
  if (!after || !before) return std::nullopt;
  return rounded(100 * (*after - *before));
}

Advice advice_for(const ScorerPlan& plan, std::size_t question, AdviceKind kind, const Outcomes& after,
                  const Outcomes& today) {
  Advice advice;
  advice.question = plan.rubric.full_id(question);
  advice.kind = kind;
  advice.overall_gain = difference(after.overall.point, today.overall.point);
  for (std::size_t d = 0; d < plan.dimensions.size(); ++d)
    advice.dimension_gains.emplace_back(plan.rubric.dimensions()[d].id,
                                        difference(after.dimensions[d].point, today.dimensions[d].point));
  advice.effort = plan.rubric.question(question).effort;
  return advice;
}

Score largest_dimension_gain(const Advice& advice) {
  Score largest;
  for (const auto& [dimension, gain] : advice.dimension_gains)
    if (gain && (!largest || *gain > *largest)) largest = gain;
  return largest;
}

/// Greatest overall gain first, then greatest dimension gain; none is less than any number.
bool before(const Advice& a, const Advice& b) {
  if (a.overall_gain != b.overall_gain) return b.overall_gain < a.overall_gain;
  return largest_dimension_gain(b) < largest_dimension_gain(a);
}

/// Tries changed cells and puts everything back as it was.
class Trial {
 public:
  Trial(const ScorerPlan& plan, const AnswerSheet& sheet, const Outcomes& today)
      : plan_(plan), sheet_(sheet), outcomes_(today) {}

  const Outcomes& with(std::size_t question, Cell cell) {
    restore();
    std::swap(sheet_.cells[question], cell);
    changed_ = {question, std::move(cell)};
    evaluate_change(plan_, sheet_, question, outcomes_);
    return outcomes_;
  }

 private:
  void restore() {
    if (!changed_) return;
    const std::size_t question = changed_->first;
    sheet_.cells[question] = std::move(changed_->second);
    changed_.reset();
    evaluate_change(plan_, sheet_, question, outcomes_);
  }

  const ScorerPlan& plan_;
  AnswerSheet sheet_;
  Outcomes outcomes_;
  std::optional<std::pair<std::size_t, Cell>> changed_;
};

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

std::vector<Advice> advise(const ScorerPlan& plan, const AnswerSheet& sheet, const Outcomes& today) {
  std::vector<Advice> all;
  Trial trial(plan, sheet, today);
  for (std::size_t q = 0; q < plan.questions.size(); ++q) {
    const Cell& cell = sheet.cells[q];
    if (!is_applicable(plan, sheet, today.visible, q) || cell.state != CellState::answered) continue;
    const Question& question = plan.rubric.question(q);
    if (const auto up = one_step_up(question, cell)) {
      Advice raise = advice_for(plan, q, AdviceKind::raise, trial.with(q, *up), today);
      raise.text = question.advice;
      raise.to = stated(question, *up);
      raise.target = in_words(plan.rubric, question, *up);
      all.push_back(std::move(raise));
    }
    if (!plan.best_evidence || cell.evidence == *plan.best_evidence) continue;
    Cell shown_best = cell;
    shown_best.evidence = static_cast<std::uint32_t>(*plan.best_evidence);
    Advice document = advice_for(plan, q, AdviceKind::document, trial.with(q, shown_best), today);
    const EvidenceLevel& level = plan.rubric.parts().evidence.levels[*plan.best_evidence];
    document.text = question.evidence_hint;
    document.to = level.id;
    document.target = level.title;
    all.push_back(std::move(document));
  }
  std::stable_sort(all.begin(), all.end(), before);
  return all;
}

}  // namespace ibtikar
