// What the input of a target chooses for a batch that goes both ways.
#pragma once

#include "ibtikar/batch.h"
#include "ibtikar/rubric.h"
#include "support/random.h"

namespace ibtikar::fuzz {

/// Mostly small: the default rubric takes much longer than others, and is seldom taken.
[[nodiscard]] Rubric chosen_rubric(test::Random& random);
[[nodiscard]] BatchOptions chosen_options(test::Random& random);

}  // namespace ibtikar::fuzz
