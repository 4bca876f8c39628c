// See dates.h.
#include "codec/table/dates.h"

#include <array>
#include <cstdint>

#include <fmt/format.h>

#include "base/calendar.h"
#include "base/typed_text.h"

namespace ibtikar {
namespace {

/// Three numbers at the beginning of a text, and how many digits each has.
struct DateNumbers {
  std::array<int, 3> values{};
  std::array<std::size_t, 3> digits{};
};

std::optional<DateNumbers> numbers_of_date(std::string_view text) {
  DateNumbers out;
  std::size_t at = 0;
  for (std::size_t part = 0; part < 3; ++part) {
    if (part > 0) {
      if (at >= text.size() || std::string_view("/-.").find(text[at]) == std::string_view::npos)
        return std::nullopt;
      ++at;
    }
    // A fifth digit is then no mark, so "20261102" and "10/11/20261" are no dates.
    constexpr std::size_t kMostDigits = 4;
    while (at < text.size() && is_digit(text[at]) && out.digits[part] < kMostDigits) {
      out.values[part] = out.values[part] * 10 + (text[at++] - '0');
      ++out.digits[part];
    }
    if (out.digits[part] == 0) return std::nullopt;
  }
  // What follows may be a time, but it must not go on with the year.
  if (at < text.size() && is_digit(text[at])) return std::nullopt;
  return out;
}

int days_of(int month, int year) {
  if (month == 2) return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

}  // namespace

std::optional<std::string> iso_date(std::string_view text, DateOrder order) {
  // Folding makes digits of every script western.
  const auto numbers = numbers_of_date(folded(text));
  if (!numbers || order == DateOrder::as_written) return std::nullopt;
  const std::size_t year_at = order == DateOrder::year_first ? 0 : 2;
  const std::size_t month_at = order == DateOrder::month_first ? 0 : 1;
  const std::size_t day_at = 3 - year_at - month_at;
  // Four digits there are a year: the date has another order than the mapping says.
  if (numbers->digits[month_at] > 2 || numbers->digits[day_at] > 2) return std::nullopt;
  int year = numbers->values[year_at];
  if (numbers->digits[year_at] == 2)
    year += 2000;                                         // no form is older
  else if (numbers->digits[year_at] != 4 || year < 1700)  // a Hijri year must not pass for another one
    return std::nullopt;
  const int month = numbers->values[month_at];
  const int day = numbers->values[day_at];
  if (month < 1 || month > 12 || day < 1 || day > days_of(month, year)) return std::nullopt;
  return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

std::string day_of_cell(std::string_view text) {
  if (auto date = iso_date(text, DateOrder::year_first)) return *std::move(date);
  const std::string digits = folded(text);
  // Five digits: 1927-05-18 to 2173-10-13. Years have four, and dates without marks eight.
  constexpr std::size_t kSerialDigits = 5;
  std::int64_t serial = 0;
  for (const char c : digits) {
    if (!is_digit(c) || digits.size() != kSerialDigits) return std::string(text);
    serial = serial * 10 + (c - '0');
  }
  return serial < 10'000 ? std::string(text) : date_of_serial(serial);
}

}  // namespace ibtikar
