// LocalizedText: one text in several languages.
//
// In JSON it is a string (the same in every language) or an object by BCP 47 language tag: {"en":
// "Ready", "ar": "جاهز"}. Look-up follows RFC 4647 in its simplest form: the requested tag, then
// its primary language ("ar" for "ar-EG"), then the fallback tag, then the first translation.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ibtikar {

struct Translation {
  std::string tag;  ///< BCP 47, e.g. "ar"; empty for a text that is the same in every language
  std::string text;

  friend bool operator==(const Translation&, const Translation&) = default;
};

struct LocalizedText {
  std::vector<Translation> translations;  ///< in the file's order; empty: no text was given

  [[nodiscard]] bool empty() const { return translations.empty(); }

  /// The text for `tag`, by the look-up above. Empty if there is no text at all.
  [[nodiscard]] std::string_view in(std::string_view tag, std::string_view fallback = {}) const;

  /// Whether `tag` (or its primary language, or a text for every language) is there.
  [[nodiscard]] bool has(std::string_view tag) const;

  friend bool operator==(const LocalizedText&, const LocalizedText&) = default;
};

/// The part of a language tag before the first "-" or "_": "ar" of "ar-EG".
[[nodiscard]] std::string_view primary_language(std::string_view tag);

/// Whether a language is written from right to left (Arabic, Hebrew, Persian, Urdu, ...).
[[nodiscard]] bool is_right_to_left(std::string_view tag);

}  // namespace ibtikar
