// See typed_text.h.
#include "base/typed_text.h"

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <utility>

#include <utf8proc.h>

#include "base/blanks.h"
#include "base/decimal.h"
#include "base/utf8.h"

namespace ibtikar {
namespace {

bool is_control(char32_t c) { return (c < 0x20 && c != '\t') || (c >= 0x7F && c <= 0x9F); }

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

/// Without case, and with letters and their marks as one code point where there is one.
std::string composed_small_letters(std::string_view text) {
  std::string out(text);
  const bool is_ascii = std::all_of(out.begin(), out.end(), [](char c) { return (c & 0x80) == 0; });
  if (!is_ascii) {
    constexpr int kOptions = UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD;
    utf8proc_uint8_t* mapped = nullptr;
    const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(out.data()),
                                   static_cast<utf8proc_ssize_t>(out.size()), &mapped,
                                   static_cast<utf8proc_option_t>(kOptions));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, &std::free);
    if (size >= 0) out.assign(reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(size));
  }
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
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
  const std::string western = western_digits(composed_small_letters(text));
  std::string out;
  for (std::size_t at = 0; at < western.size();) {
    const auto point = code_point_at(western, at).value_or(CodePoint{0xFFFD, at + 1});
    at = point.next;
    if (is_invisible(point.value)) continue;
    if (!is_blank(point.value))
      append_utf8(out, point.value);
    else if (!out.ends_with(' '))
      out += ' ';
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

}  // namespace ibtikar
