// What CLI11 says about a command line, in our words. It has finished English sentences only.
#pragma once

#include <string_view>

#include "ibtikar/message.h"

namespace ibtikar::cli {

/// Our sentence for the text of one of CLI11's errors (CLI/Error.hpp of 2.1.2); a general one for a
/// text that it has not.
[[nodiscard]] Message library_fault(std::string_view text);

}  // namespace ibtikar::cli
