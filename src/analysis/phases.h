// A found plan in words, and its changes in phases.
#pragma once

#include <vector>

#include "analysis/moves.h"
#include "ibtikar/improve.h"

namespace ibtikar {

[[nodiscard]] ImprovedScores scores_of(const ScorerPlan& plan, const AnswerSheet& sheet);

/// `chosen`: by question, a move of `all`; 0: it stays.
[[nodiscard]] ImprovePlan describe_plan(const ScorerPlan& plan, const AnswerSheet& today, const AllMoves& all,
                                        const std::vector<std::size_t>& chosen,
                                        const ImproveOptions& options);

}  // namespace ibtikar
