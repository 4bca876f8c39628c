// Answers as a proposal states them, and in words. See explain.h. Assessments carry the words, so
// that a report needs no rubric.
#include "base/decimal.h"
#include "score/explain.h"

namespace ibtikar {
namespace {

/// The titles of the chosen options, joined, in each language of the rubric: which one a reader
/// will want is not known yet.
LocalizedText titles_of(const Rubric& rubric, const Question& question, const std::vector<bool>& chosen) {
  LocalizedText words;
  for (const std::string& language : rubric.parts().languages) {
    std::string joined;
    for (std::size_t i = 0; i < chosen.size(); ++i) {
      if (!chosen[i]) continue;
      if (!joined.empty()) joined += primary_language(language) == "ar" ? "، " : ", ";
      joined += question.options[i].title.in(language, rubric.fallback_language());
    }
    if (!joined.empty()) words.translations.push_back({language, std::move(joined)});
  }
  return words;
}

/// A number with its unit, in each language that has one.
LocalizedText with_unit(const Question& question, double number) {
  const std::string digits = shortest(number);
  if (question.unit.empty()) return {{{"", digits}}};
  LocalizedText words;
  for (const Translation& unit : question.unit.translations)
    words.translations.push_back({unit.tag, unit.text.empty() ? digits : digits + " " + unit.text});
  return words;
}

}  // namespace

AnswerValue stated(const Question& question, const Cell& cell) {
  switch (question.type) {
    case QuestionType::scale:
    case QuestionType::number:
      return cell.number;
    case QuestionType::yes_no:
      return cell.number == 1;
    case QuestionType::choice:
      return question.options[cell.index].id;
    case QuestionType::choices: {
      std::vector<std::string> ids;
      for (std::size_t i = 0; i < cell.chosen.size(); ++i)
        if (cell.chosen[i]) ids.push_back(question.options[i].id);
      return ids;
    }
    case QuestionType::text:
      break;
  }
  return std::monostate{};
}

LocalizedText in_words(const Rubric& rubric, const Question& question, const Cell& cell) {
  switch (question.type) {
    case QuestionType::scale:
      return question.levels[cell.index].title;
    case QuestionType::choice:
      return question.options[cell.index].title;
    case QuestionType::choices:
      return titles_of(rubric, question, cell.chosen);
    case QuestionType::number:
      return with_unit(question, cell.number);
    case QuestionType::yes_no:
    case QuestionType::text:
      break;
  }
  return {};
}

}  // namespace ibtikar
