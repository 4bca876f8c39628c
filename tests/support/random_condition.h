// Random conditions on given questions. One part of random_rubric.h.
#pragma once

#include <string>
#include <vector>

#include "ibtikar/rubric.h"
#include "support/random.h"

namespace ibtikar::test {

/// A question that a condition may name.
struct Askable {
  std::string id;
  Question question;  ///< with its levels
};

/// Requires: `askable` is not empty and holds no text question. `depth`: how deep it may still nest.
[[nodiscard]] Condition random_condition(const std::vector<Askable>& askable, int depth, Random& random);

}  // namespace ibtikar::test
