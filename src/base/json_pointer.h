// JSON pointers (RFC 6901).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ibtikar {

/// A member's name as a pointer's token: "~" becomes "~0", "/" becomes "~1".
[[nodiscard]] std::string pointer_token(std::string_view name);

/// The names along a pointer, unescaped: "/a~1b/0" is {"a/b", "0"}; "" is {}.
[[nodiscard]] std::vector<std::string> pointer_names(std::string_view pointer);

}  // namespace ibtikar
