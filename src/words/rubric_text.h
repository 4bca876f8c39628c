// RubricText: a rubric's texts in one reader's language.
//
// They come out harmless (plain()). A text that the rubric lacks is stood in for by its id.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "ibtikar/rubric.h"

namespace ibtikar {

class RubricText {
 public:
  /// An empty language: the rubric's first. `rubric` must outlive this.
  RubricText(const Rubric& rubric, std::string_view language);

  [[nodiscard]] const Rubric& rubric() const { return rubric_; }
  [[nodiscard]] const std::string& language() const { return language_; }

  [[nodiscard]] std::string text(const LocalizedText& text) const;
  [[nodiscard]] std::string title(const LocalizedText& text, std::string_view id) const;
  /// The same as it stands in the file, not harmless; a view into `text` or `id`.
  [[nodiscard]] std::string_view raw_title(const LocalizedText& text, std::string_view id) const;

  [[nodiscard]] std::string dimension(std::size_t number) const;
  /// Of a band; "Not enough information" without one.
  [[nodiscard]] std::string verdict(const std::optional<std::size_t>& band) const;
  /// How the question with this full id is asked.
  [[nodiscard]] std::string question(std::string_view id) const;

 private:
  const Rubric& rubric_;
  std::string language_;
};

}  // namespace ibtikar
