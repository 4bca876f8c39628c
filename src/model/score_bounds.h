// Between which numbers every score lies, whatever is answered. For `rubric check`.
#pragma once

#include <vector>

#include "ibtikar/rubric.h"
#include "model/condition_plan.h"
#include "model/findings.h"

namespace ibtikar {

/// The most that an answer to a question can earn, with its best evidence.
[[nodiscard]] double greatest_utility(const Question& question);

/// By score_number(). Bounds that hold, not always the closest.
struct ScoreBounds {
  std::vector<ScoreRange> before;  ///< gates
  std::vector<ScoreRange> after;   ///< gates
};

/// Tells steps that no answer reaches, too.
[[nodiscard]] ScoreBounds score_bounds(const Rubric& rubric, Findings& findings);

}  // namespace ibtikar
