// The arithmetic of docs/scoring.md: from a sheet to every score and bound.
//
// Everything here is in [0, 1] and unrounded; sums run in the rubric's order.
// The Assessment and the gains of its advice come from these functions alone.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "ibtikar/answer_sheet.h"
#include "score/plan.h"

namespace ibtikar {

/// A criterion, a dimension or the overall: its point over what was answered, and its bounds.
struct Outcome {
  std::optional<double> point;
  double low = 0;
  double high = 1;
  double completeness = 0;
  bool applicable = false;
  std::optional<double> uncapped;  ///< the point before gates (dimensions and overall)
  bool may_leave = false;          ///< all that applies in it is open, and could turn out not to apply
};

struct Outcomes {
  std::vector<Truth> visible;  ///< by question
  std::vector<Truth> gates;    ///< by gate
  std::vector<Outcome> criteria;
  std::vector<Outcome> dimensions;
  Outcome overall;
};

/// Whether the question is in the sums: scored, not hidden, not called not applicable.
[[nodiscard]] bool is_applicable(const ScorerPlan& plan, const AnswerSheet& sheet,
                                 const std::vector<Truth>& visible, std::size_t question);

/// v(q) = min(u, ceiling) of an answered question.
[[nodiscard]] double credited(const ScorerPlan& plan, const Cell& cell);

/// Scores a whole sheet.
void evaluate(const ScorerPlan& plan, const AnswerSheet& sheet, Outcomes& outcomes);

/// Scores again after one cell changed; `outcomes` holds the result of the sheet
/// before. Cheaper than evaluate() when no condition names the question.
void evaluate_change(const ScorerPlan& plan, const AnswerSheet& sheet, std::size_t question,
                     Outcomes& outcomes);

}  // namespace ibtikar
