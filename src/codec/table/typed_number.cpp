// See typed_number.h.
#include "codec/table/typed_number.h"

#include <cmath>

#include <fmt/format.h>

#include "base/decimal.h"

namespace ibtikar {
namespace {

bool is_whole_number(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// Digits and their power of ten, as a number without an exponent.
std::string without_exponent(std::string text) {
  const std::size_t e = text.find('e');
  if (e == std::string::npos) return text;
  const auto power = parse_decimal(text.substr(text[e + 1] == '+' ? e + 2 : e + 1));
  // Further out, the number would be longer than anybody reads.
  if (!power || *power < -20 || *power > 40) return text;
  const bool is_negative = text.starts_with('-');
  std::string digits;
  for (const char c : text.substr(0, e))
    if (c >= '0' && c <= '9') digits += c;
  const auto shift = static_cast<int>(*power);
  const auto count = static_cast<int>(digits.size());
  if (shift < 0)
    digits = "0." + std::string(static_cast<std::size_t>(-shift - 1), '0') + digits;
  else if (shift >= count - 1)
    digits.append(static_cast<std::size_t>(shift) + 1 - digits.size(), '0');
  else
    digits.insert(static_cast<std::size_t>(shift) + 1, ".");
  return is_negative ? "-" + digits : digits;
}

}  // namespace

std::string number_text(double number) {
  std::string text = without_exponent(fmt::format("{:.15g}", number == 0 ? 0 : number));
  const std::size_t point = text.find('.');
  // Three decimals look like a group of thousands to the reader of cells; four do not.
  if (point != std::string::npos && text.size() == point + 4) text += '0';
  return text;
}

std::string number_text(std::string_view value) {
  // Digits that a program wrote may be more than a number keeps: an id.
  if (is_whole_number(value)) return std::string(value);
  const auto number = parse_decimal(value);
  if (!number || !std::isfinite(*number)) return std::string(value);
  return number_text(*number);
}

}  // namespace ibtikar
