// Every move that docs/scoring.md, "The cheapest plan", knows, written down a second time.
#pragma once

#include <cstddef>
#include <vector>

#include "ibtikar/scorer.h"

namespace ibtikar::test {

/// A cell that an answer can become.
struct PossibleMove {
  Cell cell;
  double cost = 0;
  std::size_t steps = 0;
};

/// By question. To stay is no move.
[[nodiscard]] std::vector<std::vector<PossibleMove>> possible_moves(const Rubric& rubric,
                                                                    const Scorer& scorer,
                                                                    const Proposal& proposal,
                                                                    double evidence_cost);

}  // namespace ibtikar::test
