// Blanks, and marks that nobody sees, at the edges of what people type and what programs export.
//
// Spreadsheets, form tools and right-to-left editors leave no-break blanks, byte order marks and
// direction marks around names and numbers. They say nothing, so they do not count when texts are
// read or compared.
#pragma once

#include <string_view>

namespace ibtikar {

/// Blanks of every width, tabs and line breaks.
[[nodiscard]] bool is_blank(char32_t code_point);

/// Direction marks, isolates, zero-width blanks and byte order marks. Joiners (ZWJ, ZWNJ) are none
/// of them: Arabic and Persian spell words with those.
[[nodiscard]] bool is_invisible(char32_t code_point);

/// `text` without blanks and invisible marks at its ends. Bytes that are not UTF-8 stay.
[[nodiscard]] std::string_view without_outer_blanks(std::string_view text);

}  // namespace ibtikar
