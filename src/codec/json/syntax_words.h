// The messages of nlohmann/json about syntax faults, as messages of our own.
#pragma once

#include <string_view>

#include "ibtikar/message.h"

namespace ibtikar {

/// `complaint` is what() of a parse_error. The result lacks its preamble and the part that repeats
/// the input, which may be long and may contain anything. An unknown part stays as it is.
[[nodiscard]] Message syntax_fault(std::string_view complaint);

}  // namespace ibtikar
