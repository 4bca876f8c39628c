// From a proposal to its assessment in one step, for tests whose proposals fit.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ibtikar/scorer.h"
#include "support/random_proposal.h"
#include "support/random_rubric.h"

namespace ibtikar::test {

/// Throws std::logic_error when the scorer refuses the proposal.
[[nodiscard]] Assessment assessed(const Scorer& scorer, const Proposal& proposal);

/// A random rubric, compiled, and a random proposal for it.
struct RandomCase {
  explicit RandomCase(std::uint64_t seed);

  /// What a person needs to see it again.
  [[nodiscard]] std::string text() const;

  RandomRubric source;
  Scorer scorer;
  Random random;  ///< for further choices of the test
  Proposal proposal;
};

/// A measure and what it is of.
struct NamedMeasure {
  std::string id;
  Measure measure;
};

/// Overall, dimensions, criteria, in this order.
[[nodiscard]] std::vector<NamedMeasure> measures_of(const Assessment& assessment);

}  // namespace ibtikar::test
