// See typed_text.h.
#include "base/typed_text.h"

#include <algorithm>
#include <utility>

#include "base/decimal.h"
#include "base/utf8.h"

namespace ibtikar {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_control(char32_t c) { return (c < 0x20 && c != '\t') || (c >= 0x7F && c <= 0x9F); }

/// Blanks that keyboards and other programs give: no-break, narrow no-break, ideographic.
bool is_blank(char32_t c) { return c == ' ' || c == '\t' || c == 0xA0 || c == 0x202F || c == 0x3000; }

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

/// Whether the spaces in `text` stand before groups of exactly three digits, as in "1 250 000".
bool has_digit_groups(std::string_view text) {
  for (std::size_t at = text.find(' '); at != std::string_view::npos; at = text.find(' ', at + 1)) {
    const std::string_view group = text.substr(at + 1, 4);
    const auto digits = std::count_if(group.begin(), group.end(), is_digit);
    if (digits != 3 || !is_digit(group[2]) || at == 0 || !is_digit(text[at - 1])) return false;
  }
  return true;
}

void drop_ending(std::string& text, std::string_view ending) {
  if (ending.empty() || text.size() <= ending.size() || !text.ends_with(ending)) return;
  text.resize(text.size() - ending.size());
  text = std::string(trimmed(text));
}

}  // namespace

bool is_readable(std::string_view line) {
  for (std::size_t at = 0; at < line.size();) {
    const auto point = code_point_at(line, at);
    if (!point || is_control(point->value)) return false;
    at = point->next;
  }
  return true;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t start = text.find_first_not_of(' ');
  if (start == std::string_view::npos) return {};
  return text.substr(start, text.find_last_not_of(' ') - start + 1);
}

std::string folded(std::string_view text) {
  const std::string western = western_digits(text);
  std::string out;
  for (std::size_t at = 0; at < western.size();) {
    const auto point = code_point_at(western, at).value_or(CodePoint{0xFFFD, at + 1});
    if (is_blank(point.value)) {
      if (!out.ends_with(' ')) out += ' ';
    } else if (point.value >= 'A' && point.value <= 'Z') {
      out += static_cast<char>(point.value - 'A' + 'a');
    } else {
      append_utf8(out, point.value);
    }
    at = point.next;
  }
  return std::string(trimmed(out));
}

std::optional<std::size_t> parse_count(std::string_view text) {
  constexpr std::size_t kMostDigits = 9;
  if (text.empty() || text.size() > kMostDigits || !std::all_of(text.begin(), text.end(), is_digit))
    return std::nullopt;
  std::size_t count = 0;
  for (const char c : text) count = count * 10 + static_cast<std::size_t>(c - '0');
  return count;
}

std::vector<std::string> listed_words(std::string_view folded_text) {
  std::string text(folded_text);
  for (const std::string_view separator : {",", ";", "|", "،", "؛"}) replace_all(text, separator, " ");
  std::vector<std::string> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = text.find_first_not_of(' ', at);
    if (start == std::string::npos) break;
    at = std::min(text.find(' ', start), text.size());
    words.push_back(text.substr(start, at - start));
  }
  return words;
}

std::string number_text(std::string_view folded_text, const LocalizedText& unit) {
  std::string text(folded_text);
  for (const auto& [from, to] :
       {std::pair<std::string_view, std::string_view>{"،", ","}, {"−", "-"}, {"٪", "%"}})
    replace_all(text, from, to);
  for (const Translation& translation : unit.translations) {
    std::string name = folded(translation.text);
    replace_all(name, "٪", "%");
    if (name.find('%') != std::string::npos) drop_ending(text, "%");
    drop_ending(text, name);
  }
  if (has_digit_groups(text)) std::erase(text, ' ');
  return text;
}

bool has_two_meanings(std::string_view number) {
  if (number.starts_with('-')) number.remove_prefix(1);
  const std::size_t comma = number.find(',');
  if (comma == std::string_view::npos || comma < 1 || comma > 3 || number.front() == '0') return false;
  const std::string_view group = number.substr(comma + 1);
  return group.size() == 3 && std::all_of(group.begin(), group.end(), is_digit);
}

}  // namespace ibtikar
