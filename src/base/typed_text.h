// Typed text before it is understood: blanks, case, digits, lists.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ibtikar {

/// Whether `line` is UTF-8 without control characters (a tab is none).
[[nodiscard]] bool is_readable(std::string_view line);

/// An ASCII one.
[[nodiscard]] constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Without spaces at the ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// For comparing: letters small, digits western, every run of blanks and line breaks one space,
/// none at the ends, no invisible marks.
[[nodiscard]] std::string folded(std::string_view text);

/// A number that counts things: digits alone, at most nine. `text` is folded.
[[nodiscard]] std::optional<std::size_t> parse_count(std::string_view text);

/// The words of a list: between spaces, commas, semicolons and bars, the Arabic ones too.
[[nodiscard]] std::vector<std::string> listed_words(std::string_view folded_text);

}  // namespace ibtikar
