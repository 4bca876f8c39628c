// See ibtikar/localized.h.
#include "ibtikar/localized.h"

#include <algorithm>
#include <array>

namespace ibtikar {
namespace {

const Translation* find(const std::vector<Translation>& translations, std::string_view tag) {
  const auto it = std::find_if(translations.begin(), translations.end(),
                               [&](const Translation& t) { return t.tag == tag; });
  return it == translations.end() ? nullptr : &*it;
}

/// By the tag itself, then by its primary language; a text without a tag serves every language.
const Translation* look_up(const std::vector<Translation>& translations, std::string_view tag) {
  if (const Translation* exact = find(translations, tag)) return exact;
  if (const Translation* primary = find(translations, primary_language(tag))) return primary;
  return find(translations, "");
}

}  // namespace

std::string_view LocalizedText::in(std::string_view tag, std::string_view fallback) const {
  if (translations.empty()) return {};
  if (const Translation* asked = look_up(translations, tag)) return asked->text;
  if (const Translation* other = look_up(translations, fallback)) return other->text;
  return translations.front().text;
}

bool LocalizedText::has(std::string_view tag) const { return look_up(translations, tag) != nullptr; }

std::string_view primary_language(std::string_view tag) { return tag.substr(0, tag.find_first_of("-_")); }

bool is_right_to_left(std::string_view tag) {
  constexpr std::array<std::string_view, 9> kLanguages = {"ar", "arc", "ckb", "dv", "fa",
                                                          "he", "ps",  "ur",  "yi"};
  const std::string_view primary = primary_language(tag);
  return std::find(kLanguages.begin(), kLanguages.end(), primary) != kLanguages.end();
}

}  // namespace ibtikar
