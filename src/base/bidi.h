// Right-to-left text on terminals that do not order it themselves (UAX #9).
#pragma once

#include <string>
#include <string_view>

namespace ibtikar {

/// One line in the order in which a terminal without bidi support displays it from left to right.
/// Arabic letters are in their joined shapes; direction marks and isolates are removed. If the line
/// begins with a color (an SGR sequence), the color applies to the whole line; other colors are
/// dropped, because their place moves. The result may have fewer columns: lam and alif share one.
[[nodiscard]] std::string visual_line(std::string_view line);

/// visual_line() of each line of `text`; each line that began at the right edge of `columns` still
/// ends there.
[[nodiscard]] std::string visual_text(std::string_view text, std::size_t columns);

}  // namespace ibtikar
