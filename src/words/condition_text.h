// A rubric's conditions in words: "goal.written is at most 0 (Not at all) and not (people.users is
// yes)".
#pragma once

#include <string>

#include "ibtikar/rubric.h"

namespace ibtikar {

/// In Arabic or English, with the rubric's titles in `language`. Ids stand as they are, from left
/// to right.
[[nodiscard]] std::string condition_text(const Condition& condition, const Rubric& rubric,
                                         const std::string& language);

}  // namespace ibtikar
