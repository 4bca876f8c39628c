// A table of words in every language: English is in the source, the other languages are in their
// catalogues.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/catalogue.h"
#include "ibtikar/localized.h"
#include "ibtikar/message.h"

namespace ibtikar {

/// `Texts<T>` must have only members of type T, each with its English phrase beside it:
///
///   template <class Text>
///   struct Texts {
///     Text title = phrase("Title");
///   };
///
/// The texts live as long as this.
template <template <class> class Texts>
class InLanguages {
 public:
  using Words = Texts<std::string_view>;

  InLanguages() {
    for (const std::string& language : spoken_languages()) tables_.push_back({language, table(language)});
  }

  /// The table of a language (BCP 47) or of its primary language, otherwise English.
  [[nodiscard]] const Words& of(std::string_view language) const {
    for (const std::string_view wanted : {language, primary_language(language), std::string_view("en")})
      for (const auto& [spoken, words] : tables_)
        if (spoken == wanted) return words;
    return tables_.front().words;
  }

 private:
  /// No pair: whoever asks whether that has a default makes one of `Words`, which cannot be made of phrases.
  struct Table {
    std::string language;
    Words words;
  };
  static constexpr std::size_t kSize = sizeof(Words) / sizeof(std::string_view);
  static_assert(sizeof(Texts<Phrase>) == kSize * sizeof(Phrase));

  static Words table(std::string_view language) {
    const auto phrases = std::bit_cast<std::array<Phrase, kSize>>(Texts<Phrase>{});
    std::array<std::string_view, kSize> texts;
    for (std::size_t i = 0; i < kSize; ++i) texts[i] = translated(phrases[i], language);
    return std::bit_cast<Words>(texts);
  }

  std::vector<Table> tables_;
};

}  // namespace ibtikar
