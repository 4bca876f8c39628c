// See rubric_text.h.
#include "words/rubric_text.h"

#include "base/safe_text.h"
#include "words/portfolio_words.h"

namespace ibtikar {

RubricText::RubricText(const Rubric& rubric, std::string_view language)
    : rubric_(rubric), language_(language.empty() ? rubric.fallback_language() : language) {}

std::string RubricText::text(const LocalizedText& text) const {
  return plain(text.in(language_, rubric_.fallback_language()));
}

std::string RubricText::title(const LocalizedText& text, std::string_view id) const {
  std::string found = this->text(text);
  return found.empty() ? plain(id) : found;
}

std::string_view RubricText::raw_title(const LocalizedText& text, std::string_view id) const {
  const std::string_view found = text.in(language_, rubric_.fallback_language());
  return found.empty() ? id : found;
}

std::string RubricText::dimension(std::size_t number) const {
  const Dimension& dimension = rubric_.dimensions()[number];
  return title(dimension.title, dimension.id);
}

std::string RubricText::verdict(const std::optional<std::size_t>& band) const {
  if (!band) return std::string(portfolio_words(language_).insufficient);
  const Band& found = rubric_.parts().bands[*band];
  return title(found.title, found.id);
}

std::string RubricText::question(std::string_view id) const {
  const auto number = rubric_.find(id);
  return number ? title(rubric_.question(*number).ask, id) : plain(id);
}

}  // namespace ibtikar
