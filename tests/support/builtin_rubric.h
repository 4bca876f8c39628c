// The built-in rubric of social innovation, checked.
#pragma once

#include "ibtikar/rubric.h"

namespace ibtikar::test {

/// Throws std::logic_error when it is not valid.
[[nodiscard]] Rubric builtin_rubric();

}  // namespace ibtikar::test
