// QuestionFinder: the filter of the list of questions. See ibtikar/interview.h.
#include <algorithm>

#include "base/search_key.h"
#include "base/words.h"
#include "ibtikar/interview.h"

namespace ibtikar {
namespace {

void add(std::string& all, const LocalizedText& text) {
  for (const Translation& translation : text.translations) all += translation.text + '\n';
}

/// Everything a person may remember of a question.
std::string key_of(const Rubric& rubric, std::size_t number) {
  const Question& question = rubric.question(number);
  std::string all = rubric.full_id(number) + '\n';
  add(all, rubric.criterion_of(number).title);
  add(all, question.ask);
  add(all, question.help);
  for (const LocalizedText& rule : question.rules) add(all, rule);
  add(all, question.example);
  for (const Level& level : question.levels) add(all, level.title);
  for (const Option& option : question.options) add(all, option.title);
  return search_key(all);
}

}  // namespace

QuestionFinder::QuestionFinder(const Rubric& rubric) {
  for (std::size_t number = 0; number < rubric.question_count(); ++number)
    keys_.push_back(key_of(rubric, number));
}

std::vector<std::size_t> QuestionFinder::find(std::string_view words) const {
  const std::vector<std::string> wanted = words_of(search_key(words));
  std::vector<std::size_t> found;
  for (std::size_t number = 0; number < keys_.size(); ++number) {
    const bool holds_all = std::all_of(wanted.begin(), wanted.end(), [&](const std::string& word) {
      return keys_[number].find(word) != std::string::npos;
    });
    if (holds_all) found.push_back(number);
  }
  return found;
}

}  // namespace ibtikar
