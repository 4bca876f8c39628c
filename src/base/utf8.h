// UTF-8: walking code points, validity, and width on a terminal.
//
// Width is that of a fixed-width terminal: letters 1, wide East Asian 2, marks,
// joiners and bidi controls 0. utf8proc (Unicode 15) knows; only this module names it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace ibtikar {

/// The byte-order mark with which a text may declare that it is UTF-8. It is not part of the
/// content.
inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// The code point at `at` and the offset after it. Empty if the bytes there are not valid UTF-8.
struct CodePoint {
  char32_t value = 0;
  std::size_t next = 0;
};
[[nodiscard]] std::optional<CodePoint> code_point_at(std::string_view text, std::size_t at);

/// Offset of the first byte that is not valid UTF-8. Empty if all bytes are valid.
[[nodiscard]] std::optional<std::size_t> first_invalid_utf8(std::string_view text);

/// `text` with U+FFFD for each byte that is not valid UTF-8.
[[nodiscard]] std::string with_replaced_bytes(std::string_view text);

void append_utf8(std::string& out, char32_t code_point);

/// Code points in valid UTF-8.
[[nodiscard]] std::size_t count_code_points(std::string_view text);

/// Columns that valid UTF-8 takes on a terminal.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// The longest start of `text` that fits `columns`; marks stay with their letter.
[[nodiscard]] std::string_view cut_to_width(std::string_view text, std::size_t columns);

/// `text`, or its start with "…", within `columns`.
[[nodiscard]] std::string shorten(std::string_view text, std::size_t columns);

}  // namespace ibtikar
