// Right-to-left text on terminals that do not order it themselves (UAX #9).
#pragma once

#include <string>
#include <string_view>

namespace ibtikar {

/// One line in the order in which a terminal without bidi puts it from left to right, Arabic letters
/// in their joined shapes, direction marks and isolates gone. Colors (SGR sequences) of a line that
/// begins with one hold for the whole line; others are dropped, for their place moves.
/// It may take fewer columns than before: lam and alif share one.
[[nodiscard]] std::string visual_line(std::string_view line);

/// visual_line() of each line of `text`; each line that began at the right edge of `columns` still
/// ends there.
[[nodiscard]] std::string visual_text(std::string_view text, std::size_t columns);

}  // namespace ibtikar
