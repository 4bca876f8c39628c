// See cell_text.h.
#include "codec/workbook/cell_text.h"

#include <cmath>
#include <cstdint>

#include <fmt/format.h>

#include "base/calendar.h"
#include "base/decimal.h"
#include "base/utf8.h"
#include "codec/table/typed_number.h"
#include "codec/workbook/bounds.h"

namespace ibtikar {
namespace {

constexpr std::int64_t kSecondsADay = 86'400;
/// The day after 9999-12-31, which is the last that spreadsheets know.
constexpr double kLastDay = 2'958'466;

std::string clock_of(std::int64_t seconds) {
  return fmt::format("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

std::string date_of(std::int64_t day, DateSystem dates) {
  // 1970-01-01 is the day 24,107 since 1904.
  return dates == DateSystem::from_1904 ? date_of_days(day - 24'107) : date_of_serial(day);
}

}  // namespace

std::string number_text(std::string_view value, NumberKind kind, DateSystem dates) {
  if (kind == NumberKind::number) return number_text(value);
  const auto number = parse_decimal(value);
  if (!number || !std::isfinite(*number)) return std::string(value);
  // `3%` is refused in CSV, with a hint: nobody knows whether 3 or 0.03 is meant. So it is here.
  if (kind == NumberKind::percentage) return number_text(*number * 100) + "%";
  // Excel shows such dates as #####. The number itself is at least what the file says.
  if (*number < 0 || *number >= kLastDay) return number_text(value);
  // A time is a fraction of a day, and hardly any second is one exactly. Rounding comes before the
  // parts are taken: 23:59:59.9999 belongs to the next day.
  const std::int64_t seconds = std::llround(*number * static_cast<double>(kSecondsADay));
  // A whole day or more under a format that shows only the time is a date with its time.
  if (kind == NumberKind::duration || (kind == NumberKind::time && *number < 1)) return clock_of(seconds);
  const std::string date = date_of(seconds / kSecondsADay, dates);
  return kind == NumberKind::date ? date : date + "T" + clock_of(seconds % kSecondsADay);
}

std::string clock_text(std::string_view duration) {
  std::string_view rest = duration;
  if (!rest.starts_with("PT")) return std::string(duration);
  rest.remove_prefix(2);
  double seconds = 0;
  while (!rest.empty()) {
    const std::size_t end = rest.find_first_of("HMS");
    if (end == std::string_view::npos) return std::string(duration);
    const auto number = parse_decimal(rest.substr(0, end));
    // A sum beyond this would not fit when it is rounded.
    if (!number || *number < 0 || *number > 1e9) return std::string(duration);
    seconds += *number * (rest[end] == 'H' ? 3600 : rest[end] == 'M' ? 60 : 1);
    rest.remove_prefix(end + 1);
  }
  return clock_of(std::llround(seconds));
}

std::string unescaped(std::string_view text) {
  std::string out;
  std::size_t from = 0;
  for (std::size_t at = text.find("_x"); at != std::string_view::npos; at = text.find("_x", at + 1)) {
    constexpr std::size_t kLength = 7;  // _x000D_
    std::uint32_t unit = 0;
    // Excel writes a real "_x000D_" as "_x005F_x000D_". `from` lies behind what was read already,
    // so the underscore of one escape never begins another.
    bool is_escape = at >= from && at + kLength <= text.size() && text[at + kLength - 1] == '_';
    for (std::size_t i = at + 2; is_escape && i < at + 6; ++i) {
      const char c = text[i];
      const int digit = c >= '0' && c <= '9'   ? c - '0'
                        : c >= 'a' && c <= 'f' ? c - 'a' + 10
                        : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                               : -1;
      is_escape = digit >= 0;
      unit = unit * 16 + static_cast<std::uint32_t>(std::max(digit, 0));
    }
    // Half of a pair is no character; NUL is none that anyone wrote.
    if (!is_escape || unit == 0 || (unit >= 0xD800 && unit < 0xE000)) continue;
    out += text.substr(from, at - from);
    append_utf8(out, static_cast<char32_t>(unit));
    from = at + kLength;
  }
  if (from == 0) return std::string(text);
  return out += text.substr(from);
}

std::optional<CellPlace> cell_place(std::string_view reference) {
  CellPlace place;
  std::size_t at = 0;
  for (; at < reference.size(); ++at) {
    char c = reference[at];
    if (c == '$') continue;
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    if (c < 'A' || c > 'Z') break;
    place.column = place.column * 26 + static_cast<std::size_t>(c - 'A' + 1);
    // Within the loop, so that no row of letters or digits is long enough to overflow.
    if (place.column > kMostSheetColumns) return std::nullopt;
  }
  for (; at < reference.size(); ++at) {
    const char c = reference[at];
    if (c == '$') continue;
    if (c < '0' || c > '9') return std::nullopt;
    place.row = place.row * 10 + static_cast<std::size_t>(c - '0');
    if (place.row > kMostSheetRows) return std::nullopt;
  }
  if (place.column == 0) return std::nullopt;
  return place;
}

}  // namespace ibtikar
