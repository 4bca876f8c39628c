// See number_format.h.
#include "codec/workbook/number_format.h"

#include <string>

namespace ibtikar {
namespace {

/// Which letters a format code shows, outside of text, colors and conditions.
struct FormatLetters {
  bool has_year = false;
  bool has_month_or_minute = false;
  bool has_day = false;
  bool has_hour = false;
  bool has_second = false;
  bool is_elapsed = false;
  bool has_percent = false;
};

char small_letter(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool holds_letters(std::string_view text, std::string_view small) {
  if (text.size() < small.size()) return false;
  for (std::size_t i = 0; i < small.size(); ++i)
    if (small_letter(text[i]) != small[i]) return false;
  return true;
}

/// What stands in square brackets: elapsed hours, minutes or seconds; a color, a condition or a
/// language are nothing that counts.
void read_brackets(std::string_view inner, FormatLetters& letters) {
  if (inner.empty()) return;
  const char first = small_letter(inner.front());
  // [h] and [hh] show elapsed hours; [Blue] and [$-F800] begin with other letters or go on with
  // them.
  const bool is_run = inner.find_first_not_of(std::string{first, static_cast<char>(first - 'a' + 'A')}) ==
                      std::string_view::npos;
  if (is_run && (first == 'h' || first == 'm' || first == 's')) letters.is_elapsed = true;
}

void read_letter(char letter, FormatLetters& letters) {
  switch (small_letter(letter)) {
    case 'y':
      letters.has_year = true;
      break;
    case 'm':
      letters.has_month_or_minute = true;
      break;
    case 'd':
      letters.has_day = true;
      break;
    case 'h':
      letters.has_hour = true;
      break;
    case 's':
      letters.has_second = true;
      break;
    case '%':
      letters.has_percent = true;
      break;
    default:
      break;
  }
}

/// The first section, which is for positive numbers.
FormatLetters letters_of(std::string_view code) {
  FormatLetters letters;
  for (std::size_t at = 0; at < code.size() && code[at] != ';'; ++at) {
    const std::string_view rest = code.substr(at);
    // A text in quotation marks is shown as it is: the "d" in "day" is no day.
    if (code[at] == '"') {
      at = code.find('"', at + 1);
      if (at == std::string_view::npos) break;
    } else if (code[at] == '\\' || code[at] == '_' || code[at] == '*') {
      ++at;
    } else if (code[at] == '[') {
      const std::size_t end = code.find(']', at);
      if (end == std::string_view::npos) break;
      read_brackets(code.substr(at + 1, end - at - 1), letters);
      at = end;
    } else if (holds_letters(rest, "am/pm")) {
      at += 4;
    } else if (holds_letters(rest, "a/p")) {
      at += 2;
    } else if (holds_letters(rest, "general")) {
      at += 6;
    } else {
      read_letter(code[at], letters);
    }
  }
  return letters;
}

}  // namespace

NumberKind kind_of_builtin_format(unsigned id) {
  // ECMA-376, 18.8.30. It lists 27 to 36 and 50 to 58 for languages of East Asia only.
  if (id == 9 || id == 10) return NumberKind::percentage;
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 58))
    return NumberKind::date;
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id == 45 || id == 47) return NumberKind::time;
  if (id == 22) return NumberKind::date_and_time;
  return id == 46 ? NumberKind::duration : NumberKind::number;
}

NumberKind kind_of_format(std::string_view code) {
  const FormatLetters letters = letters_of(code);
  if (letters.is_elapsed) return NumberKind::duration;
  const bool has_time = letters.has_hour || letters.has_second;
  // A month and minutes have the same letter; what stands beside it tells which.
  const bool has_date = letters.has_year || letters.has_day || (letters.has_month_or_minute && !has_time);
  if (has_date) return has_time ? NumberKind::date_and_time : NumberKind::date;
  if (has_time) return NumberKind::time;
  return letters.has_percent ? NumberKind::percentage : NumberKind::number;
}

}  // namespace ibtikar
