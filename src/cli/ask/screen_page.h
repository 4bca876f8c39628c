// Small pieces that the screen's pictures are put together from.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "io/terminal/screen_terminal.h"
#include "report/text/page.h"

namespace ibtikar::cli {

/// Nothing that is asked is cut: a rubric may be wordy.
inline constexpr std::size_t kAllLines = 10'000;

/// A screen with more rows than this has room for empty lines between its parts.
inline constexpr std::size_t kFewRows = 18;

/// The columns that the interview uses of a screen.
[[nodiscard]] std::size_t columns_for(io::ScreenSize size);

[[nodiscard]] std::vector<std::string> split(std::string_view text);
void append(std::vector<std::string>& lines, const Page& page);
void append(std::vector<std::string>& lines, std::string_view text);

/// As many of `parts`, most wanted first, as fit on one line.
[[nodiscard]] std::string fitted(const std::vector<std::string>& parts, std::size_t columns);
/// All `parts`, with as many on a line as fit.
[[nodiscard]] std::vector<std::string> in_lines(const std::vector<std::string>& parts, std::size_t columns);

}  // namespace ibtikar::cli
