// A text's words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ibtikar {

/// What stands between blanks.
[[nodiscard]] std::vector<std::string> words_of(std::string_view text);

}  // namespace ibtikar
