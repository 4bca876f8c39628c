// See arabic_prose.h.
#include "support/arabic_prose.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace ibtikar::test {
namespace {

struct Pair {
  std::string_view open;
  std::string_view close;
};

constexpr std::array kQuotes = {Pair{"`", "`"}, Pair{"\"", "\""}, Pair{"[", "]"}, Pair{"“", "”"}};

/// The text without what stands in isolates, but for those from right to left: they hold sentences.
std::string without_isolates(std::string_view text) {
  constexpr std::size_t kSignBytes = 3;
  std::string out;
  std::string open;  // of each open isolate, 'r' for one from right to left
  while (!text.empty()) {
    const bool is_foreign = text.starts_with("\u2066") || text.starts_with("\u2068");
    const bool is_sentence = text.starts_with("\u2067");
    const bool is_end = text.starts_with("\u2069");
    if (is_foreign || is_sentence) open += is_sentence ? 'r' : 'f';
    if (is_end && !open.empty()) open.pop_back();
    const bool is_sign = is_foreign || is_sentence || is_end;
    if (!is_sign && open.find('f') == std::string::npos) out += text.front();
    text.remove_prefix(is_sign ? kSignBytes : 1);
  }
  return out;
}

/// The text without what stands in quotation marks of any kind.
std::string without_quotes(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const auto quote =
        std::ranges::find_if(kQuotes, [&](const Pair& pair) { return text.starts_with(pair.open); });
    if (quote != kQuotes.end()) {
      const std::size_t end = text.find(quote->close, quote->open.size());
      if (end != std::string_view::npos) {
        text.remove_prefix(end + quote->close.size());
        out += ' ';
        continue;
      }
    }
    out += text.front();
    text.remove_prefix(1);
  }
  return out;
}

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }
bool is_letter(char c) { return is_ascii(c) && std::isalpha(static_cast<unsigned char>(c)) != 0; }

/// What stands between blanks and letters beyond ASCII.
std::vector<std::string> ascii_words(const std::string& text) {
  std::vector<std::string> words(1);
  for (const char c : text) {
    if (is_ascii(c) && c != ' ' && c != '\n' && c != '\t')
      words.back() += c;
    else if (!words.back().empty())
      words.emplace_back();
  }
  std::erase(words, "");
  return words;
}

bool is_name(std::string_view word) {
  constexpr std::array<std::string_view, 12> kNames = {"ibtikar",  "Arrow",  "Enter",        "Excel",
                                                       "Mustache", "Office", "OpenDocument", "Parquet",
                                                       "SQLite",   "Schema", "WebP",         "Word"};
  return std::ranges::find(kNames, word) != kNames.end();
}

bool is_prose(std::string_view word) {
  while (!word.empty() && std::string_view(",;:.!?()").find(word.back()) != std::string_view::npos)
    word.remove_suffix(1);
  while (!word.empty() && std::string_view("(,").find(word.front()) != std::string_view::npos)
    word.remove_prefix(1);
  const auto letters = std::ranges::count_if(word, is_letter);
  if (letters < 2 || is_name(word) || word.starts_with('-')) return false;
  // A path, a place, an id, a setting; or a name in capitals, such as FILE and JSON.
  if (word.find_first_of("/.:=@_-0123456789") != std::string_view::npos) return false;
  return !std::ranges::all_of(word, [](char c) { return std::islower(static_cast<unsigned char>(c)) == 0; });
}

}  // namespace

std::vector<std::string> latin_words_in(std::string_view text) {
  std::vector<std::string> found;
  for (const std::string& word : ascii_words(without_quotes(without_isolates(text))))
    if (is_prose(word)) found.push_back(word);
  return found;
}

bool has_arabic(std::string_view text) {
  // U+0600 to U+06FF: a lead byte from 0xD8 to 0xDB.
  return std::ranges::any_of(text, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0xd8 && byte <= 0xdb;
  });
}

}  // namespace ibtikar::test
