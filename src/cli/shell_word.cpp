// See shell_word.h.
#include "cli/shell_word.h"

#include <string_view>

#include "base/safe_text.h"

namespace ibtikar::cli {
namespace {

std::string in_quotes(const std::string& word) {
  constexpr std::string_view kSpecial = " \t\n\"'\\$`!*?[]{}()<>|&;#~";
  if (!word.empty() && word.find_first_of(kSpecial) == std::string::npos) return word;
  std::string out = "'";
  for (const char c : word) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

}  // namespace

std::string shell_word(const std::string& text) {
  return in_quotes(text.starts_with('-') ? "./" + text : text);
}

std::string shell_command(const std::vector<std::string>& arguments) {
  std::string out = "ibtikar";
  for (const std::string& argument : arguments) out += " " + visible(in_quotes(argument));
  return out;
}

}  // namespace ibtikar::cli
