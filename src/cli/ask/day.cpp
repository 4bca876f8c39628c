// See day.h.
#include "cli/ask/day.h"

#include <algorithm>
#include <chrono>
#include <vector>

#include <fmt/format.h>

#include "base/typed_text.h"
#include "base/words.h"
#include "io/local_day.h"

namespace ibtikar::cli {
namespace {

/// The years in which Hijri dates are written today, and in which nobody assessed a program.
constexpr int kFirstHijri = 1300;
constexpr int kLastHijri = 1500;

std::string written(int year, unsigned month, unsigned day) {
  return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

}  // namespace

Day read_day(std::string_view typed) {
  std::string text = folded(typed);
  if (text == "today" || text == "اليوم") return {Day::Kind::day, io::local_day()};
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '-' || c == '/' || c == '.'; }, ' ');
  std::vector<unsigned> parts;
  for (const std::string& word : words_of(text)) {
    const auto number = parse_count(word);
    if (!number) return {};
    parts.push_back(static_cast<unsigned>(*number));
  }
  if (parts.size() != 3 || parts[0] < 1000 || parts[0] > 9999) return {};
  const int year = static_cast<int>(parts[0]);
  if (year >= kFirstHijri && year <= kLastHijri) return {Day::Kind::hijri, {}};
  const std::chrono::year_month_day day{std::chrono::year(year), std::chrono::month(parts[1]),
                                        std::chrono::day(parts[2])};
  if (!day.ok()) return {};
  return {Day::Kind::day, written(year, parts[1], parts[2])};
}

}  // namespace ibtikar::cli
