// The text of a key, as the interview's screen understands it.
#pragma once

#include <string>

namespace ibtikar::cli {

/// The command that a key means: digits western; on an Arabic keyboard the letter that stands where
/// the command's Latin one does, so that nobody has to switch layouts.
[[nodiscard]] std::string command_of(const std::string& text);

/// Whether it is one western digit.
[[nodiscard]] bool is_digit(const std::string& text);

/// Takes the last code point away.
void drop_last_letter(std::string& text);

}  // namespace ibtikar::cli
