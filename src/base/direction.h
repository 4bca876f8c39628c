// Which way letters run, and the isolates that keep a text's way its own (UAX #9).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ibtikar {

inline constexpr std::string_view kLeftToRightIsolate = "\u2066";
inline constexpr std::string_view kRightToLeftIsolate = "\u2067";
inline constexpr std::string_view kFirstStrongIsolate = "\u2068";
inline constexpr std::string_view kPopIsolate = "\u2069";

enum class Direction { none, left_to_right, right_to_left };

/// The direction of the first letter that has one. Text in isolates does not count.
[[nodiscard]] Direction first_strong(std::string_view text);

/// Whether some letter or isolate in `text` could turn the order of what stands beside it.
[[nodiscard]] bool may_turn(std::string_view text);

/// The text between direction marks (U+200E, U+200F), so that in a line that runs `around` it
/// neither reorders its neighbors nor is reordered by them. Unchanged if nothing could be
/// reordered. For programs that draw isolates badly: LibreOffice prints words over each other.
[[nodiscard]] std::string marked_in(Direction around, std::string_view text);

/// Closes on each line the isolates that it leaves open, and opens them again on the next.
void mend_isolates(std::vector<std::string>& lines);

/// The line in an isolate of this direction: by its first letter (FSI) where that is the same.
[[nodiscard]] std::string isolated_as(Direction direction, std::string_view line);

}  // namespace ibtikar
