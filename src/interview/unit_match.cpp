// See unit_match.h. Words are compared as the search compares them; of an Arabic word what stays in
// its plural.
#include "interview/unit_match.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/search_key.h"
#include "base/utf8.h"
#include "base/words.h"

namespace ibtikar {
namespace {

/// Between what is counted and for how long: "people a year", "شخص في السنة".
constexpr std::array<std::string_view, 9> kBetween = {"a", "an", "per", "each", "every",
                                                      "/", "في", "كل",  "لكل"};

/// For "%", as search_key() makes them.
constexpr std::array<std::string_view, 10> kPerCent = {
    "%", "٪", "per cent", "percent", "بالميه", "بالماه", "في الميه", "في الماه", "بالمه", "في المه"};

bool is_between(const std::string& word) {
  return std::find(kBetween.begin(), kBetween.end(), word) != kBetween.end();
}

void drop_end(std::string& word, std::string_view end) {
  if (word.ends_with(end) && count_code_points(word) > count_code_points(end) + 1)
    word.resize(word.size() - end.size());
}

/// An Arabic word without article, plural endings and long vowels; empty when too little is left to
/// know it by.
std::string skeleton(std::string word) {
  if (word.empty() || static_cast<unsigned char>(word[0]) < 0xd8) return {};
  if (word.starts_with("ال") && count_code_points(word) > 4) word.erase(0, std::string_view("ال").size());
  for (const std::string_view end : {"ات", "ين", "ون", "ه"}) drop_end(word, end);
  for (const std::string_view vowel : {"ا", "و", "ي"})
    for (auto at = word.find(vowel); at != std::string::npos; at = word.find(vowel, at))
      word.erase(at, vowel.size());
  return count_code_points(word) < 2 ? std::string() : word;
}

/// "hour" and "hours", "شخص" and "اشخاص".
bool are_one_word(const std::string& a, const std::string& b) {
  constexpr std::size_t kShortest = 3;
  if (a == b) return true;
  if (std::min(count_code_points(a), count_code_points(b)) >= kShortest &&
      (a.starts_with(b) || b.starts_with(a)))
    return true;
  const std::string bones = skeleton(a);
  return !bones.empty() && bones == skeleton(b);
}

bool holds(const std::vector<std::string>& words, const std::string& word) {
  return std::any_of(words.begin(), words.end(),
                     [&](const auto& known) { return are_one_word(known, word); });
}

/// The first word says what is counted, the others repeat the unit's.
bool names(const std::vector<std::string>& typed, const std::vector<std::string>& unit) {
  const std::vector<std::string> counted(unit.begin(), std::find_if(unit.begin(), unit.end(), is_between));
  return holds(counted, typed.front()) && std::all_of(typed.begin() + 1, typed.end(), [&](const auto& word) {
           return is_between(word) || holds(unit, word);
         });
}

}  // namespace

bool is_per_cent(const LocalizedText& unit) {
  return std::any_of(unit.translations.begin(), unit.translations.end(), [](const Translation& translation) {
    return translation.text.find('%') != std::string::npos || translation.text.find("٪") != std::string::npos;
  });
}

bool names_unit(std::string_view words, const LocalizedText& unit) {
  const std::string key = search_key(words);
  const std::vector<std::string> typed = words_of(key);
  if (typed.empty()) return true;
  if (is_per_cent(unit) && std::find(kPerCent.begin(), kPerCent.end(), key) != kPerCent.end()) return true;
  return std::any_of(unit.translations.begin(), unit.translations.end(), [&](const Translation& translation) {
    const std::vector<std::string> known = words_of(search_key(translation.text));
    return typed == known || names(typed, known);
  });
}

}  // namespace ibtikar
