// The cheapest plan: depth-first branch and bound.
#pragma once

#include <optional>
#include <vector>

#include "analysis/problem.h"

namespace ibtikar {

struct CheapestPlan {
  Key key = kNoLimit;
  std::vector<std::size_t> moves;  ///< by question; 0: it stays
};

struct SearchLimits {
  Key below = kNoLimit;   ///< only plans with a smaller key
  std::size_t nodes = 0;  ///< most branches to look at
  bool any = false;       ///< the first plan will do
};

struct SearchResult {
  std::optional<CheapestPlan> plan;
  bool proved = true;  ///< no plan is cheaper; without a plan: there is none
  std::size_t nodes = 0;
};

[[nodiscard]] SearchResult cheapest_plan(const Problem& problem, const SearchLimits& limits);

/// The sheet after the moves.
[[nodiscard]] AnswerSheet sheet_after(const Problem& problem, const std::vector<std::size_t>& moves);

}  // namespace ibtikar
