// See decimal.h.
#include "base/decimal.h"

#include <charconv>
#include <cmath>

#include <fmt/format.h>

#include "base/utf8.h"

namespace ibtikar {

std::string two_decimals(double value) {
  std::string text = fmt::format("{:.2f}", value);
  if (text == "-0.00") text.erase(0, 1);
  return text;
}

double rounded(double value) { return parse_decimal(two_decimals(value)).value_or(value); }

std::string shortest(double value) {
  if (value == 0) return "0";  // also -0
  if (std::floor(value) == value && std::abs(value) < 1e15) return fmt::format("{:.0f}", value);
  return fmt::format("{}", value);
}

std::optional<double> parse_decimal(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

std::string western_digits(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto point = code_point_at(text, at);
    if (!point) {
      out += text[at++];
      continue;
    }
    const char32_t c = point->value;
    if (c >= 0x660 && c <= 0x669)
      out += static_cast<char>('0' + (c - 0x660));
    else if (c >= 0x6F0 && c <= 0x6F9)
      out += static_cast<char>('0' + (c - 0x6F0));
    else if (c >= 0xFF10 && c <= 0xFF19)
      out += static_cast<char>('0' + (c - 0xFF10));
    else if (c == 0x66B)
      out += '.';
    else if (c != 0x66C)
      out += text.substr(at, point->next - at);
    at = point->next;
  }
  return out;
}

}  // namespace ibtikar
