// What holds for each line of a report for terminals.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace ibtikar::test {

/// Without their line ends.
[[nodiscard]] std::vector<std::string> lines_in(const std::string& text);
/// Without colours.
[[nodiscard]] std::string without_escapes(const std::string& text);
/// What is wrong with one line of a report without colours, or nothing: too wide, a control character, text
/// that could turn the line around.
[[nodiscard]] std::string fault_of_line(const std::string& line, std::size_t columns);

}  // namespace ibtikar::test
