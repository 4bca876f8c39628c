// Splits a text into words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ibtikar {

/// The parts between blanks.
[[nodiscard]] std::vector<std::string> words_of(std::string_view text);

}  // namespace ibtikar
