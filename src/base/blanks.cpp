// See blanks.h.
#include "base/blanks.h"

#include "base/utf8.h"

namespace ibtikar {
namespace {

bool does_not_count(char32_t c) { return is_blank(c) || is_invisible(c); }

/// ASCII that counts: most texts begin and end so, and need no closer look.
bool is_plain(char c) { return c > ' ' && c < 0x7F; }

/// Where the code point that ends at `end` begins.
std::size_t start_of_last(std::string_view text) {
  std::size_t at = text.size() - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
  return at;
}

}  // namespace

bool is_blank(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000;
}

bool is_invisible(char32_t c) {
  return c == 0x61C || c == 0x200B || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF;
}

std::string_view without_outer_blanks(std::string_view text) {
  while (!text.empty() && !is_plain(text.front())) {
    const auto point = code_point_at(text, 0);
    if (!point || !does_not_count(point->value)) break;
    text.remove_prefix(point->next);
  }
  while (!text.empty() && !is_plain(text.back())) {
    const std::size_t start = start_of_last(text);
    const auto point = code_point_at(text, start);
    if (!point || point->next != text.size() || !does_not_count(point->value)) break;
    text = text.substr(0, start);
  }
  return text;
}

}  // namespace ibtikar
