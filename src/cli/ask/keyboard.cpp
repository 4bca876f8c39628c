// See keyboard.h.
#include "cli/ask/keyboard.h"

#include <array>
#include <string_view>
#include <utility>

#include "base/decimal.h"

namespace ibtikar::cli {
namespace {

/// What the Arabic keyboard has where the commands' Latin letters are.
constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kSamePlace = {
    {{"ض", "q"}, {"ة", "m"}, {"ق", "r"}, {"س", "s"}, {"ش", "a"}, {"ث", "e"}, {"ى", "n"}, {"ظ", "/"}}};

}  // namespace

std::string command_of(const std::string& text) {
  for (const auto& [arabic, latin] : kSamePlace)
    if (text == arabic) return std::string(latin);
  return western_digits(text);
}

bool is_digit(const std::string& text) { return text.size() == 1 && text[0] >= '0' && text[0] <= '9'; }

void drop_last_letter(std::string& text) {
  while (!text.empty()) {
    const auto last = static_cast<unsigned char>(text.back());
    text.pop_back();
    if (last < 0x80 || last >= 0xc0) return;
  }
}

}  // namespace ibtikar::cli
