// What nlohmann/json says of a syntax fault, as a message.
#pragma once

#include <string_view>

#include "ibtikar/message.h"

namespace ibtikar {

/// `complaint`: what() of a parse_error. Without its preamble, and without the part that repeats the input:
/// the input may be long and may contain anything. A part that is not known here stays as it is.
[[nodiscard]] Message syntax_fault(std::string_view complaint);

}  // namespace ibtikar
