// See decimal.h.
#include "base/decimal.h"

#include <charconv>
#include <cmath>
#include <cstdint>

#include <fmt/format.h>

#include "base/hundredths.h"
#include "base/utf8.h"

namespace ibtikar {

std::string two_decimals(double value) {
  std::string text = fmt::format("{:.2f}", value);
  if (text == "-0.00") text.erase(0, 1);
  return text;
}

/// The nearest whole number of hundredths, ties to even, of the exact value; nothing for great
/// numbers.
static std::optional<double> hundredths(double value) {
  constexpr double kGreatest = 1e9;
  constexpr double kNearTie = 1e-6;
  // Where a double has no room for a fraction, adding rounds: std::nearbyint is a call on older
  // processors.
  constexpr double kNoFractions = 6755399441055744.0;  // 1.5 * 2^52
  const double scaled = value * 100;
  if (!(std::abs(scaled) < kGreatest)) return std::nullopt;
  const double nearest = scaled + kNoFractions - kNoFractions;
  if (std::abs(std::abs(scaled - nearest) - 0.5) >= kNearTie) return nearest;
  // The product was rounded, and what it lost decides. Scores are often ties: 68.125 of three
  // eighths.
  const double below = std::floor(scaled);
  const double beyond_half = scaled - below - 0.5 + std::fma(value, 100, -scaled);
  if (beyond_half == 0) return std::fmod(below, 2) == 0 ? below : below + 1;
  return beyond_half < 0 ? below : below + 1;
}

std::int32_t hundredths_near_half(double value) {
  return static_cast<std::int32_t>(hundredths(value).value_or(0));
}

double rounded(double value) {
  const auto whole = hundredths(value);
  if (!whole) return parse_decimal(two_decimals(value)).value_or(value);
  return *whole == 0 ? 0 : *whole / 100;
}

void append_two_decimals(std::string& out, double value) {
  const auto whole = hundredths(value);
  if (!whole || *whole < 0) {
    out += two_decimals(value);
    return;
  }
  char digits[16];
  char* at = digits + sizeof digits;
  auto left = static_cast<std::uint32_t>(*whole);
  const auto put = [&] {
    *--at = static_cast<char>('0' + left % 10);
    left /= 10;
  };
  put();
  put();
  *--at = '.';
  do put();
  while (left != 0);
  out.append(at, digits + sizeof digits);
}

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
