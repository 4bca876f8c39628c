// Scorer::narrowing(): finds out which open question would say most about the overall score. Each
// possible answer is tried, with the best evidence: the width that is left then is the least that
// answering can leave.
#include <algorithm>

#include "ibtikar/scorer.h"
#include "model/answer_check.h"
#include "score/evaluate.h"

namespace ibtikar {
namespace {

/// A cell for each possible answer. For numbers, their points and ends stand for the rest: between
/// them the utility is linear. For choices, single options stand for all combinations, whose number
/// would explode.
std::vector<Cell> possible_answers(const Question& question, std::uint32_t evidence) {
  std::vector<Cell> cells;
  Cell cell;
  cell.state = CellState::answered;
  cell.evidence = evidence;
  const auto add = [&](std::size_t index, double number) {
    cell.index = static_cast<std::uint32_t>(index);
    cell.number = number;
    cell.utility = utility_of(question, cell);
    cells.push_back(cell);
  };
  switch (question.type) {
    case QuestionType::scale:
      for (std::size_t i = 0; i < question.levels.size(); ++i) add(i, question.levels[i].value);
      break;
    case QuestionType::yes_no:
      add(0, 0);
      add(0, 1);
      break;
    case QuestionType::choice:
      for (std::size_t i = 0; i < question.options.size(); ++i) add(i, static_cast<double>(i));
      break;
    case QuestionType::choices:
      // To tick nothing is an answer, too.
      cell.chosen.assign(question.options.size(), false);
      add(0, 0);
      for (std::size_t i = 0; i < question.options.size(); ++i) {
        cell.chosen.assign(question.options.size(), false);
        cell.chosen[i] = true;
        add(0, 0);
      }
      break;
    case QuestionType::number:
      if (question.min) add(0, *question.min);
      for (const Point& point : question.points) {
        // Points beyond the ends only shape the line: no answer can be there.
        const bool is_accepted =
            (!question.min || point.x >= *question.min) && (!question.max || point.x <= *question.max);
        if (is_accepted) add(0, point.x);
      }
      if (question.max) add(0, *question.max);
      break;
    case QuestionType::text:
      break;
  }
  return cells;
}

double width(const Outcomes& outcomes) { return outcomes.overall.high - outcomes.overall.low; }

}  // namespace

std::vector<double> Scorer::narrowing(const AnswerSheet& sheet) const {
  const ScorerPlan& plan = *plan_;
  Outcomes today;
  evaluate(plan, sheet, today);
  const auto evidence = static_cast<std::uint32_t>(plan.best_evidence.value_or(0));
  std::vector<double> out(plan.questions.size(), 0.0);
  AnswerSheet changed = sheet;
  Outcomes outcomes = today;
  for (std::size_t q = 0; q < plan.questions.size(); ++q) {
    const bool is_open = sheet.cells[q].state == CellState::unanswered && today.visible[q] != Truth::no;
    const bool is_named = plan.conditions.is_named(q);
    // A question that is not scored still matters if a condition names it: it may hide others or
    // lift a cap.
    if (!is_open || (!plan.questions[q].scored && !is_named)) continue;
    for (Cell& answer : possible_answers(plan.rubric.question(q), evidence)) {
      changed.cells[q] = std::move(answer);
      evaluate_change(plan, changed, q, outcomes);
      // The most over the answers, not the mean: nobody knows how likely each answer is.
      out[q] = std::max(out[q], 100 * (width(today) - width(outcomes)));
      // A named question may have changed what is visible. Restoring everything is then cheaper
      // than undoing it.
      if (is_named) outcomes = today;
    }
    // One question at a time: the next is tried with this one open again.
    changed.cells[q] = sheet.cells[q];
    if (!is_named) evaluate_change(plan, changed, q, outcomes);
  }
  return out;
}

}  // namespace ibtikar
