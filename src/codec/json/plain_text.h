// Texts that are the same in JSON as they are, but for quotation marks around them.
#pragma once

#include <string_view>

namespace ibtikar {

/// Whether nothing in it must be escaped (json_string()). It may say no of a text of which that is
/// not easy to see.
[[nodiscard]] bool is_plain_json(std::string_view text);

}  // namespace ibtikar
