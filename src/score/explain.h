// Where points came from, and what would raise the score (docs/scoring.md, "Where points came
// from").
#pragma once

#include <optional>
#include <vector>

#include "ibtikar/assessment.h"
#include "score/evaluate.h"

namespace ibtikar {

/// Hidden comes first: an answer to a hidden question does not count, whatever it is.
[[nodiscard]] inline QuestionState question_state(const Cell& cell, Truth visible) {
  if (visible == Truth::no) return QuestionState::hidden;
  if (cell.state == CellState::not_applicable) return QuestionState::not_applicable;
  return cell.state == CellState::answered ? QuestionState::answered : QuestionState::unanswered;
}

/// Fills `points` and `lost` of every answered applicable question.
void explain_points(const ScorerPlan& plan, const Outcomes& outcomes, std::vector<QuestionResult>& questions);

/// The cell with all that its question needs: a note, a link, a level of evidence that will do.
[[nodiscard]] Cell supplied(const ScorerPlan& plan, std::size_t question, Cell cell);

/// Which of "note", "link", "evidence" keeps an answer from more credit; empty when nothing does.
[[nodiscard]] std::vector<std::string> missing_of(const ScorerPlan& plan, std::size_t question,
                                                  const Cell& cell);

/// Another answer: a level, an option (to choose, or for choices to tick or untick), a number.
struct Step {
  std::size_t index = 0;  ///< of the level or option
  double number = 0;      ///< as Cell::number has it; 0 for choices
};

struct Steps {
  std::vector<Step> all;  ///< better answers first, among them the one to prefer; then the others
  std::size_t best = 0;   ///< the one that betters the answer most, if any does
};

/// The steps from an answered question, in the order of docs/scoring.md.
[[nodiscard]] Steps steps_from(const Question& question, const Cell& today, Better better);

/// The cell after the step.
[[nodiscard]] Cell after(const Question& question, Cell today, const Step& step);

/// For each answer, the step that raises a score and the evidence that does, with their gains. The
/// greatest overall gain comes first (docs/scoring.md, "Steps").
[[nodiscard]] std::vector<Advice> advise(const ScorerPlan& plan, const AnswerSheet& sheet,
                                         const Outcomes& today);

/// A checked cell as a proposal states it.
[[nodiscard]] AnswerValue stated(const Question& question, const Cell& cell);

/// The same in words: titles of levels or options, or a number with its unit. Empty for yes or no
/// and for texts.
[[nodiscard]] LocalizedText in_words(const Rubric& rubric, const Question& question, const Cell& cell);

}  // namespace ibtikar
