// The built-in rubrics, checked.
#pragma once

#include <string>

#include "ibtikar/rubric.h"

namespace ibtikar::test {

/// Throws std::logic_error when it is not valid, or warned of.
[[nodiscard]] Rubric builtin_rubric(const std::string& id = "social-innovation");

}  // namespace ibtikar::test
