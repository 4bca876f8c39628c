// Breaking text into lines of a width, at spaces.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ibtikar {

/// Lines of at most `columns` (at least 1) display columns. Words longer than a
/// line are cut between characters. Runs of blanks count as one; an empty text
/// gives no line.
[[nodiscard]] std::vector<std::string> wrap(std::string_view text, std::size_t columns);

}  // namespace ibtikar
