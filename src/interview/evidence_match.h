// Which evidence level a person means by the text after "@".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ibtikar/rubric.h"

namespace ibtikar {

/// The id of the level with this id, number (from 1), or title in any language;
/// else of the only one whose id or title begins so. Nothing when there is none,
/// or more than one.
[[nodiscard]] std::optional<std::string> match_evidence(const Evidence& evidence, std::string_view typed);

}  // namespace ibtikar
