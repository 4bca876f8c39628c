// See sheet_name.h.
#include "report/workbook/sheet_name.h"

#include "base/utf8.h"

namespace ibtikar {
namespace {

constexpr std::size_t kMostUnits = 31;
constexpr char32_t kFirstOfTwoUnits = 0x10000;
constexpr std::string_view kRefused = "[]:*?/\\";

/// Excel refuses an apostrophe at an end; blanks there would make names that look alike.
std::string_view trimmed_name(std::string_view name) {
  const std::size_t first = name.find_first_not_of("' ");
  if (first == std::string_view::npos) return {};
  return name.substr(first, name.find_last_not_of("' ") + 1 - first);
}

/// As many whole words as fit into `most` units, or the characters that fit if the first word does not.
std::string_view cut_name(std::string_view name, std::size_t most) {
  std::size_t units = 0;
  std::size_t behind_word = 0;
  for (std::size_t at = 0; at < name.size();) {
    const auto point = code_point_at(name, at);
    units += point && point->value >= kFirstOfTwoUnits ? 2U : 1U;
    if (name[at] == ' ') behind_word = at;
    if (units > most) return name.substr(0, behind_word > 0 ? behind_word : at);
    at = point ? point->next : at + 1;
  }
  return name;
}

}  // namespace

std::string sheet_name(std::string_view title, std::size_t number) {
  std::string kept;
  for (const char c : title)
    if (kRefused.find(c) == std::string_view::npos && static_cast<unsigned char>(c) >= ' ') kept += c;
  const std::string end = number > 1 ? " " + std::to_string(number) : std::string();
  std::string name(trimmed_name(cut_name(trimmed_name(kept), kMostUnits - end.size())));
  return (name.empty() ? "-" : name) + end;
}

}  // namespace ibtikar
