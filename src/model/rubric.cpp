// See ibtikar/rubric.h: how a checked rubric finds its questions.
#include "ibtikar/rubric.h"

#include <algorithm>
#include <charconv>

#include "model/approved.h"

namespace ibtikar {

Rubric::Rubric(RubricDraft draft) : draft_(std::move(draft)) {
  for (std::size_t s = 0; s < draft_.sections.size(); ++s)
    for (std::size_t c = 0; c < draft_.sections[s].criteria.size(); ++c) {
      const Criterion& criterion = draft_.sections[s].criteria[c];
      for (std::size_t q = 0; q < criterion.questions.size(); ++q) {
        full_ids_.push_back(criterion.id + "." + criterion.questions[q].id);
        numbers_.emplace(full_ids_.back(), places_.size());
        places_.push_back({s, c, q});
      }
    }
}

Rubric approved(RubricDraft draft) { return Rubric(std::move(draft)); }

const Question& Rubric::question(std::size_t number) const {
  return criterion_of(number).questions[places_[number].question];
}

const Criterion& Rubric::criterion_of(std::size_t number) const {
  return section_of(number).criteria[places_[number].criterion];
}

const Section& Rubric::section_of(std::size_t number) const {
  return draft_.sections[places_[number].section];
}

std::optional<std::size_t> Rubric::find(std::string_view full_id) const {
  const auto it = numbers_.find(std::string(full_id));
  if (it == numbers_.end()) return std::nullopt;
  return it->second;
}

std::vector<const Condition*> Rubric::conditions_of(std::size_t number) const {
  std::vector<const Condition*> conditions;
  for (const auto* when : {&section_of(number).when, &criterion_of(number).when, &question(number).when})
    if (*when) conditions.push_back(&**when);
  return conditions;
}

bool Rubric::is_scored(std::size_t number) const {
  const Question& asked = question(number);
  return asked.weight > 0 && gives_utility(asked);
}

std::string_view Rubric::fallback_language() const {
  return draft_.languages.empty() ? std::string_view("en") : std::string_view(draft_.languages.front());
}

bool gives_utility(const Question& question) {
  switch (question.type) {
    case QuestionType::scale:
    case QuestionType::yes_no:
      return true;
    case QuestionType::choice:
    case QuestionType::choices:
      return std::any_of(question.options.begin(), question.options.end(),
                         [](const Option& option) { return option.score.has_value(); });
    case QuestionType::number:
      return !question.points.empty();
    case QuestionType::text:
      return false;
  }
  return false;
}

std::size_t level_key(const Question& question, std::size_t level) {
  const bool are_digits = std::all_of(question.levels.begin(), question.levels.end(), [](const Level& each) {
    return each.value >= 0 && each.value <= 9 &&
           each.value == static_cast<double>(static_cast<int>(each.value));
  });
  return are_digits ? static_cast<std::size_t>(question.levels[level].value) : level + 1;
}

std::optional<std::size_t> find_level(const Question& question, std::size_t key) {
  for (std::size_t i = 0; i < question.levels.size(); ++i)
    if (level_key(question, i) == key) return i;
  return std::nullopt;
}

std::optional<std::size_t> major_version(std::string_view version) {
  std::size_t major = 0;
  const auto [end, error] = std::from_chars(version.data(), version.data() + version.size(), major);
  const bool is_whole = end == version.data() + version.size() || *end == '.';
  if (error != std::errc() || !is_whole) return std::nullopt;
  return major;
}

}  // namespace ibtikar
