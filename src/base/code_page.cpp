// See code_page.h.
#include "base/code_page.h"

#include <algorithm>
#include <cstddef>
#include <optional>

#include "base/utf8.h"

namespace ibtikar {
namespace {

bool is_high(char byte) { return static_cast<unsigned char>(byte) >= 0x80; }

/// How many of the bytes are among `some`.
std::ptrdiff_t count_of(std::string_view bytes, std::string_view some) {
  return std::count_if(bytes.begin(), bytes.end(),
                       [&](char byte) { return some.find(byte) != std::string_view::npos; });
}

/// Words of Arabic are runs of high bytes. In Western languages most high bytes stand alone among
/// letters of ASCII.
bool looks_arabic(std::string_view bytes) {
  std::size_t alone = 0;
  std::size_t together = 0;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    if (!is_high(bytes[at])) continue;
    const bool has_neighbour =
        (at > 0 && is_high(bytes[at - 1])) || (at + 1 < bytes.size() && is_high(bytes[at + 1]));
    ++(has_neighbour ? together : alone);
  }
  return together > alone;
}

}  // namespace

std::string_view likely_code_page(std::string_view bytes) {
  if (!looks_arabic(bytes)) return "windows-1252";
  // Frequent letters whose bytes the other code page uses for rare marks or not at all: lam, feh,
  // qaf, kaf, alef maksura and yeh in one; heh, waw, alef maksura and yeh in the other.
  const std::ptrdiff_t windows = count_of(bytes, "\xE1\xDD\xDE\xDF\xEC\xED");
  const std::ptrdiff_t iso = count_of(bytes, "\xE7\xE8\xE9\xEA");
  return iso > windows ? "ISO-8859-6" : "windows-1256";
}

bool is_mostly_utf8(std::string_view bytes) {
  std::size_t valid = 0;
  std::size_t invalid = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::optional<CodePoint> point = code_point_at(bytes, at);
    if (!point)
      ++invalid;
    else if (point->value >= 0x80)
      ++valid;
    at = point ? point->next : at + 1;
  }
  return valid > invalid;
}

}  // namespace ibtikar
