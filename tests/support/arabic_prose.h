// Whether a text for people who read Arabic is in Arabic.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ibtikar::test {

/// The Latin words that are left in a text when what is meant to be Latin is taken away: names of options
/// (--lang), texts between backticks, quotation marks or brackets, what stands in an isolate (but not in one
/// from right to left), paths, addresses, numbers with letters,
/// and the names of formats and standards that have no other (JSON, CSV, HTML, ...).
[[nodiscard]] std::vector<std::string> latin_words_in(std::string_view text);

/// Whether some letter of it is Arabic.
[[nodiscard]] bool has_arabic(std::string_view text);

}  // namespace ibtikar::test
