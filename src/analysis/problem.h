// Problem: what the search for the cheapest plan works on. Costs are whole numbers here.
#pragma once

#include <cstdint>
#include <vector>

#include "analysis/goal.h"
#include "analysis/moves.h"

namespace ibtikar {

/// A cost and, where costs are equal, the number of steps, as one whole number: sums of it compare
/// exactly and in any order.
using Key = std::int64_t;

inline constexpr Key kNoLimit = INT64_MAX / 4;

struct Problem {
  const ScorerPlan& plan;
  AnswerSheet today;
  AllMoves all;
  std::vector<std::vector<Key>> keys;  ///< of all.moves
  double unit = 1;                     ///< the cost that all costs are multiples of
  Key steps_base = 1;                  ///< more than all steps together
  /// Whether a better answer may make a score worse or turn a gate against the program: then no
  /// move is left out because another one is cheaper and better.
  bool may_backfire = false;
  Goal goal = {};

  /// The keys of plans that cost no more than this are below it.
  [[nodiscard]] Key limit_of(double budget) const;
};

/// Without a goal.
[[nodiscard]] Problem problem_of(const ScorerPlan& plan, const AnswerSheet& today, AllMoves all);

}  // namespace ibtikar
