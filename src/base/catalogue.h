// Translations: compiled by msgfmt from src/words/LANGUAGE.po and built into the program.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/embedded.h"
#include "ibtikar/message.h"

namespace ibtikar {

/// A catalogue in the format of GNU gettext (.mo), little-endian. It must be well-formed: ours are
/// checked when they are built.
class Catalogue {
 public:
  explicit Catalogue(std::string_view bytes);

  /// The translation of a text. Empty if there is none.
  [[nodiscard]] std::optional<std::string_view> find(std::string_view context, std::string_view text) const;
  /// The translation of a text with plural forms, in the form for `count`.
  [[nodiscard]] std::optional<std::string_view> find(std::string_view context, std::string_view text,
                                                     std::uint64_t count) const;

 private:
  [[nodiscard]] std::uint32_t number_at(std::size_t offset) const;
  [[nodiscard]] std::string_view text_at(std::size_t table, std::size_t index) const;

  std::string_view bytes_;
  std::size_t count_ = 0;
  std::size_t keys_ = 0;     ///< where the table of keys begins
  std::size_t values_ = 0;   ///< likewise of translations
  std::string_view plural_;  ///< which form a count takes, as an expression in C
};

/// The catalogue of a language (BCP 47) or of its primary language; null for English and if there
/// is none.
[[nodiscard]] const Catalogue* catalogue_for(std::string_view language);

/// Whether this program has words in a language (BCP 47) or in its primary language. A rubric may have
/// others.
[[nodiscard]] bool is_spoken(std::string_view language);

/// Whether our words in a language run from right to left; false if we answer in English.
[[nodiscard]] bool speaks_right_to_left(std::string_view language);

/// The phrase in a language, with its places still open; English if there is no translation. The
/// text lives as long as the program.
[[nodiscard]] std::string_view translated(Phrase phrase, std::string_view language);
[[nodiscard]] std::string_view translated(Phrase phrase, const Catalogue* catalogue);

/// The value of the C expression of Plural-Forms for `n`.
[[nodiscard]] std::uint64_t plural_form(std::string_view expression, std::uint64_t n);

/// All compiled catalogues, by language; see CMakeLists.txt.
[[nodiscard]] std::span<const EmbeddedFile> catalogue_files();

}  // namespace ibtikar
