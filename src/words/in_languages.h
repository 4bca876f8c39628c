// A table of words in every language: English is in the source, the other languages are in their
// catalogues.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/catalogue.h"
#include "ibtikar/localized.h"
#include "ibtikar/message.h"

namespace ibtikar {

/// A phrase that cannot be left out of a table: it has no default.
struct RequiredPhrase {
  consteval RequiredPhrase(Phrase required) : phrase(required) {}
  Phrase phrase;
};

/// `Texts<T>` must have only members of type T. The texts live as long as this.
template <template <class> class Texts>
class InLanguages {
 public:
  using Words = Texts<std::string_view>;

  explicit InLanguages(const Texts<RequiredPhrase>& english) {
    for (const std::string& language : spoken_languages())
      tables_.emplace_back(language, table(english, language));
  }

  /// The table of a language (BCP 47) or of its primary language, otherwise English.
  [[nodiscard]] const Words& of(std::string_view language) const {
    for (const std::string_view wanted : {language, primary_language(language), std::string_view("en")})
      for (const auto& [spoken, words] : tables_)
        if (spoken == wanted) return words;
    return tables_.front().second;
  }

 private:
  static constexpr std::size_t kSize = sizeof(Words) / sizeof(std::string_view);
  static_assert(sizeof(Texts<RequiredPhrase>) == kSize * sizeof(Phrase));

  static Words table(const Texts<RequiredPhrase>& english, std::string_view language) {
    const auto phrases = std::bit_cast<std::array<Phrase, kSize>>(english);
    std::array<std::string_view, kSize> texts;
    for (std::size_t i = 0; i < kSize; ++i) texts[i] = translated(phrases[i], language);
    return std::bit_cast<Words>(texts);
  }

  std::vector<std::pair<std::string, Words>> tables_;
};

}  // namespace ibtikar
