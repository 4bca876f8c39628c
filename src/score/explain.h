// Where points came from, and what would lift them (docs/scoring.md, "Where points came from").
#pragma once

#include <optional>
#include <vector>

#include "ibtikar/assessment.h"
#include "score/evaluate.h"

namespace ibtikar {

/// Fills `points` and `lost` of every answered applicable question.
void explain_points(const ScorerPlan& plan, const AnswerSheet& sheet, const Outcomes& outcomes,
                    std::vector<QuestionResult>& questions);

/// The cell one step up: the smallest utility above the present one that an
/// answer gives; for choices, one more option. Nothing at the best.
[[nodiscard]] std::optional<Cell> one_step_up(const Question& question, const Cell& cell);

/// Every step that could lift a score, with its gains, the greatest overall gain first.
[[nodiscard]] std::vector<Advice> advise(const ScorerPlan& plan, const AnswerSheet& sheet,
                                         const Outcomes& today);

/// A checked cell as a proposal states it.
[[nodiscard]] AnswerValue stated(const Question& question, const Cell& cell);

/// The same in words: a level's or options' titles, a number with its unit;
/// empty for yes or no and for texts.
[[nodiscard]] LocalizedText in_words(const Rubric& rubric, const Question& question, const Cell& cell);

}  // namespace ibtikar
