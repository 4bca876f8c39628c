// Latin words in Arabic sentences.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ibtikar::test {

/// The Latin words of an Arabic text that a reader would have to know English for. What is quoted, stands
/// between backticks or in isolates from left to right (names, codes, pointers), and the names of formats,
/// are not among them.
[[nodiscard]] std::vector<std::string> latin_prose(std::string_view text);

}  // namespace ibtikar::test
