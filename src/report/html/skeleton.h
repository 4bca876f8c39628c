// The frame around every page: skeleton.html.
#pragma once

#include <string_view>

namespace ibtikar {

/// HTML with a name in double braces, {{title}}, wherever something is to be filled in.
[[nodiscard]] std::string_view page_skeleton();

}  // namespace ibtikar
