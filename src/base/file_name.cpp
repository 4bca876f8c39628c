// See file_name.h.
#include "base/file_name.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>

#include <utf8proc.h>

#include "base/utf8.h"

namespace ibtikar {
namespace {

/// More marks on one letter than any script writes are there to hide something.
constexpr std::size_t kMostMarks = 4;

enum class CharacterKind { letter_or_digit, mark, other };

CharacterKind kind_of(char32_t c) {
  if (utf8proc_charwidth(static_cast<utf8proc_int32_t>(c)) == 0 && c < 0x300) return CharacterKind::other;
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND:
      return CharacterKind::letter_or_digit;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
      return CharacterKind::mark;
    default:
      return CharacterKind::other;
  }
}

std::string lower_case(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

/// Names of devices on some systems, with any extension.
bool is_device(const std::string& stem) {
  constexpr std::array<std::string_view, 4> kDevices = {"con", "prn", "aux", "nul"};
  const std::string name = lower_case(stem.substr(0, stem.find('.')));
  const bool is_port =
      name.size() > 3 && (name.starts_with("com") || name.starts_with("lpt")) && count_code_points(name) == 4;
  return is_port || std::ranges::find(kDevices, name) != kDevices.end();
}

}  // namespace

std::string file_stem(std::string_view text, std::size_t most_bytes) {
  std::string stem;
  std::size_t marks = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at).value_or(CodePoint{0, at + 1});
    const std::string_view written = text.substr(at, point.next - at);
    at = point.next;
    const CharacterKind kind = kind_of(point.value);
    marks = kind == CharacterKind::mark ? marks + 1 : 0;
    if (kind == CharacterKind::mark && (stem.empty() || stem.back() == '-' || marks > kMostMarks)) continue;
    const bool is_joiner = point.value == 0x200C || point.value == 0x200D;
    const bool is_point = written == "." && !stem.empty() && stem.back() != '.';
    const std::string_view kept = kind != CharacterKind::other || written == "_" || is_point ? written : "-";
    if (is_joiner || (kept == "-" && (stem.empty() || stem.back() == '-'))) continue;
    if (stem.size() + kept.size() > most_bytes) break;
    stem += kept;
  }
  while (!stem.empty() && (stem.back() == '-' || stem.back() == '.')) stem.pop_back();
  return is_device(stem) ? "proposal-" + stem : stem;
}

std::string file_name_key(std::string_view name) {
  constexpr int kOptions =
      UTF8PROC_CASEFOLD | UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_IGNORE | UTF8PROC_NULLTERM;
  const std::string terminated(name);
  utf8proc_uint8_t* mapped = nullptr;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(terminated.c_str());
  if (utf8proc_map(bytes, 0, &mapped, static_cast<utf8proc_option_t>(kOptions)) < 0) return terminated;
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, &std::free);
  return reinterpret_cast<const char*>(mapped);
}

}  // namespace ibtikar
