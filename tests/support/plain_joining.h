// "Other ways to combine", of docs/scoring.md, for the plain scorer. One part of plain_weighing.h.
#pragma once

#include <vector>

#include "support/plain_weighing.h"

namespace ibtikar::test {

/// A question, a group or a criterion, and what it weighs in what stands above it.
struct PlainPart {
  double weight = 0;
  Weighed value;
};

/// `all_weights`: of the parts that do not apply, too.
[[nodiscard]] Weighed join(const Combination& how, double all_weights, const std::vector<PlainPart>& parts);

/// How much of a part's own points, and of what it lost, is the whole's.
struct PlainShare {
  double points = 0;
  double lost = 0;
};
[[nodiscard]] std::vector<PlainShare> shares(const Combination& how, double all_weights,
                                             const std::vector<PlainPart>& parts);

}  // namespace ibtikar::test
