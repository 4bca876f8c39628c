// Guesses the code page of text that is not UTF-8, so that a message can name it.
#pragma once

#include <string_view>

namespace ibtikar {

/// "windows-1256" or "ISO-8859-6" for Arabic, otherwise "windows-1252". Only a hint: single-byte
/// encodings cannot be told apart for certain, and short texts mislead.
[[nodiscard]] std::string_view likely_code_page(std::string_view bytes);

/// Whether the text has more letters beyond ASCII that are UTF-8 than bytes that are not: then a few
/// bytes are damaged, and the encoding is UTF-8.
[[nodiscard]] bool is_mostly_utf8(std::string_view bytes);

}  // namespace ibtikar
