// Moves: what can become of one answer, and at what cost (docs/scoring.md, "The cheapest plan").
//
// A move is a whole cell: another answer, better evidence and what credit needs, together. So a
// plan has at most one move a question, and the search need not know what a move consists of.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "score/plan.h"

namespace ibtikar {

struct Move {
  Cell cell;
  double cost = 0;
  std::size_t levels = 0;           ///< by which the answer climbs
  std::size_t evidence_levels = 0;  ///< by which its evidence climbs
  bool words = false;               ///< whether a note or a link that it requires is added

  [[nodiscard]] std::size_t steps() const {
    return (levels > 0 ? 1U : 0U) + (evidence_levels > 0 ? 1U : 0U) + (words ? 1U : 0U);
  }
};

/// All moves of all questions. The first of each is to stay.
struct AllMoves {
  std::vector<std::vector<Move>> moves;  ///< by question
  bool is_complete = true;               ///< false: a question has more moves than are looked at
};

[[nodiscard]] AllMoves all_moves(const ScorerPlan& plan, const AnswerSheet& today,
                                 const std::vector<bool>& locked, double evidence_cost);

}  // namespace ibtikar
