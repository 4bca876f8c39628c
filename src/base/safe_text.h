// Foreign text made harmless.
//
// Text from files must not move a cursor, change a title, forge a line or turn
// a line's direction around. Two forms, by what the reader needs to see:
//
//   visible(text)   for diagnostics: what could do harm is shown, "<U+202E>", "<80>" for a bad byte
//   plain(text)     for reports: what could do harm is dropped, line breaks become spaces
//
// Both give one line of valid UTF-8. Joiners (ZWJ, ZWNJ) stay: Arabic, Persian
// and emoji need them. Runs of combining marks and joiners are cut at 30. What is
// visible already stays as it is: visible(visible(text)) is visible(text).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ibtikar {

/// Longest foreign name shown in a message, in code points; then "…".
inline constexpr std::size_t kMaxShownName = 500;
/// Longest message, in code points; then "…".
inline constexpr std::size_t kMaxShownMessage = 8000;

[[nodiscard]] std::string visible(std::string_view text, std::size_t max_code_points = kMaxShownName);

/// `visible` of a whole message: as long as messages may be.
[[nodiscard]] std::string visible_message(std::string_view text);

/// `visible` of lines that we laid out: line ends, colours (SGR sequences) and isolates stay.
[[nodiscard]] std::string visible_page(std::string_view text);

/// `visible` in quotation marks, for names in messages.
[[nodiscard]] std::string quoted(std::string_view text);
// Where <iomanip> is included, std::quoted would fit a string better.
[[nodiscard]] inline std::string quoted(const std::string& text) { return quoted(std::string_view(text)); }
[[nodiscard]] inline std::string quoted(std::string& text) { return quoted(std::string_view(text)); }
[[nodiscard]] inline std::string quoted(const char* text) { return quoted(std::string_view(text)); }

[[nodiscard]] std::string plain(std::string_view text);

/// `plain` between FSI and PDI (U+2068, U+2069), so that its direction stays its own (UAX #9).
[[nodiscard]] std::string isolated(std::string_view text);

}  // namespace ibtikar
