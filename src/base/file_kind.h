// Recognizes files that are not UTF-8 text by their first bytes: workbooks, documents, pictures,
// packed files, other encodings. People hand them in; one message says what the file is and what to
// do.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "ibtikar/diagnostic.h"

namespace ibtikar {

/// So many bytes from the beginning of a file are enough.
inline constexpr std::size_t kKindBytes = 4096;

/// "UTF-16LE" or "UTF-16BE" for a text that begins so, by its mark or by the look of its letters;
/// empty for all others.
[[nodiscard]] std::string_view utf16_of(std::string_view bytes);

/// What bytes that are not UTF-8 look like: "UTF-16", "UTF-32" or a code page such as
/// "windows-1256". Empty if they do not look like text.
[[nodiscard]] Message likely_encoding(std::string_view bytes);

/// Whether a file that begins so may be a workbook: .xlsx, .ods, or what Office wrote before.
[[nodiscard]] bool may_be_workbook(std::string_view beginning);

/// What is wrong with a file that begins so, if it is seen to be no text in UTF-8 (code "not-text",
/// or "not-utf8" for text in UTF-16 and UTF-32). Nothing for all others: a text may still have bad
/// bytes. `expected`: "JSON in UTF-8".
[[nodiscard]] std::optional<Diagnostic> fault_of_kind(const std::string& name, std::string_view beginning,
                                                      Phrase expected);

}  // namespace ibtikar
