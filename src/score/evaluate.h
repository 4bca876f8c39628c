// The arithmetic of docs/scoring.md: from a sheet to every score and bound.
//
// Everything here is in [0, 1] and unrounded; sums run in the rubric's order. The Assessment and
// the gains of its advice come from these functions alone.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <vector>

#include "ibtikar/answer_sheet.h"
#include "score/plan.h"

namespace ibtikar {

/// A group, a criterion, a dimension or the overall: its point over what was answered, and its
/// bounds.
struct Outcome {
  std::optional<double> point;
  double low = 0;
  double high = 1;
  double completeness = 0;
  bool applicable = false;
  std::optional<double> uncapped = {};  ///< the point before gates (dimensions and overall)
  bool may_leave = false;               ///< all that applies in it is open, and could turn out not to apply
  bool keeps_point = false;             ///< some answer in it is sure to stay
};

/// What a question contributes to its criterion's sums. A question that is not in them has weight 0
/// and changes no bit.
struct QuestionOutcome {
  double weight = 0;           ///< w(q), or 0
  double answered_weight = 0;  ///< w(q) of an answered one, or 0
  double credited = 0;         ///< v(q) of an answered one, or 0
  double low = 0;
  double high = 0;
  bool applicable = false;
  bool may_leave = true;  ///< could yet turn out not to apply, or is not in the sums
};

struct Outcomes {
  std::vector<ScoreRange> ranges;  ///< a buffer
  std::vector<Part> parts;         ///< a buffer
  std::vector<Truth> visible;      ///< by question
  std::vector<QuestionOutcome> questions;
  std::vector<Truth> gates;          ///< by gate: whether it caps the point
  std::vector<Truth> certain;        ///< by gate: the same by the intervals of the scores that it asks
  std::vector<Truth> met;            ///< by band: its condition by the point; yes without one
  std::vector<Truth> certainly_met;  ///< by band: the same by the intervals
  std::vector<Outcome> groups;       ///< question groups, of all criteria
  std::vector<Outcome> criteria;
  std::vector<Outcome> dimensions;
  Outcome overall;
};

/// Whether the question is in the sums: scored, not hidden, not called not applicable.
[[nodiscard]] inline bool is_applicable(const ScorerPlan& plan, const AnswerSheet& sheet,
                                        const std::vector<Truth>& visible, std::size_t question) {
  return plan.questions[question].scored && visible[question] != Truth::no &&
         sheet.cells[question].state != CellState::not_applicable;
}

/// max(value, 0), and min(value, 1) of a value in [0, 2]. Both are exact, and without the branch
/// that g++ 12 makes of std::max and std::min here: no processor can predict a branch that depends
/// on an answer.
[[nodiscard]] inline double positive_part(double value) { return (value + std::abs(value)) * 0.5; }
[[nodiscard]] inline double at_most_one(double value) { return value - positive_part(value - 1); }

/// v(q) of an answered question: min(u, ceiling), or what follows if lower is better or something
/// is required.
[[nodiscard]] double credited(const ScorerPlan& plan, std::size_t question, const Cell& cell);

/// Append the parts of a group, a criterion or a dimension (docs/scoring.md, "Other ways to
/// combine").
void collect_questions(const Outcomes& outcomes, const std::vector<std::size_t>& questions,
                       std::vector<Part>& parts);
void collect_criterion(const ScorerPlan& plan, const CriterionPlan& criterion, const Outcomes& outcomes,
                       std::vector<Part>& parts);
void collect_dimension(const DimensionPlan& dimension, const Outcomes& outcomes, std::vector<Part>& parts);

/// What a cell contributes, given whether its question is shown.
[[nodiscard]] QuestionOutcome question_outcome(const ScorerPlan& plan, const Cell& cell, Truth visible,
                                               std::size_t question);

/// Scores a whole sheet.
void evaluate(const ScorerPlan& plan, const AnswerSheet& sheet, Outcomes& outcomes);

/// Everything above the questions: criteria, dimensions, gates, the overall and bands. Requires:
/// `outcomes` holds evaluate() of this sheet, but for `outcomes.questions`, which may say something
/// else of each question, as a simulation does.
void evaluate_scores(const ScorerPlan& plan, const AnswerSheet& sheet, Outcomes& outcomes);

/// One criterion, and its question groups before it, from `outcomes.questions`.
void evaluate_criterion(const ScorerPlan& plan, std::size_t number, Outcomes& outcomes);

/// The dimensions before gates, from the criteria.
void join_dimensions(const ScorerPlan& plan, Outcomes& outcomes);
/// The effects of gates, and the overall, from the dimensions before gates. Requires: all gates are
/// settled, because none sees what another did.
void finish_scores(const ScorerPlan& plan, Outcomes& outcomes);

/// Scores again after one cell changed; `outcomes` must hold the result of the previous sheet.
/// Cheaper than evaluate() if no condition names the question.
void evaluate_change(const ScorerPlan& plan, const AnswerSheet& sheet, std::size_t question,
                     Outcomes& outcomes);

}  // namespace ibtikar
