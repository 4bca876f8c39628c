// One step up from an answer, and answers in words. See explain.h.
#include <algorithm>
#include <cmath>

#include "base/decimal.h"
#include "model/answer_check.h"
#include "score/explain.h"

namespace ibtikar {
namespace {

/// The best candidate so far: smallest utility, then nearest to today's value, then first.
class Nearest {
 public:
  Nearest(double utility, double number) : today_(utility), number_(number) {}

  void offer(std::size_t candidate, double utility, double number) {
    if (utility <= today_) return;
    const double distance = std::abs(number - number_);
    const bool better = !found_ || utility < utility_ || (utility == utility_ && distance < distance_);
    if (!better) return;
    found_ = candidate;
    utility_ = utility;
    distance_ = distance;
  }
  [[nodiscard]] const std::optional<std::size_t>& found() const { return found_; }

 private:
  double today_;
  double number_;
  double utility_ = 0;
  double distance_ = 0;
  std::optional<std::size_t> found_;
};

std::optional<Cell> next_level(const Question& question, Cell cell) {
  Nearest nearest(cell.utility, cell.number);
  for (std::size_t i = 0; i < question.levels.size(); ++i)
    nearest.offer(i, utility_of_level(question.levels, i), question.levels[i].value);
  if (!nearest.found()) return std::nullopt;
  cell.index = static_cast<std::uint32_t>(*nearest.found());
  cell.number = question.levels[cell.index].value;
  return cell;
}

/// Options have no distance from one another: among equals the first counts.
std::optional<Cell> next_option(const Question& question, Cell cell) {
  Nearest nearest(cell.utility, 0);
  for (std::size_t i = 0; i < question.options.size(); ++i)
    nearest.offer(i, question.options[i].score.value_or(0), 0);
  if (!nearest.found()) return std::nullopt;
  cell.index = static_cast<std::uint32_t>(*nearest.found());
  cell.number = static_cast<double>(cell.index);
  return cell;
}

std::optional<Cell> one_more_option(const Question& question, Cell cell) {
  if (cell.utility >= 1) return std::nullopt;
  std::optional<std::size_t> best;
  for (std::size_t i = 0; i < question.options.size(); ++i) {
    const double score = question.options[i].score.value_or(0);
    if (cell.chosen[i] || score <= 0) continue;
    if (!best || score > *question.options[*best].score) best = i;
  }
  if (!best) return std::nullopt;
  cell.chosen[*best] = true;
  return cell;
}

/// Points outside the accepted range are no answers.
std::optional<Cell> next_point(const Question& question, Cell cell) {
  Nearest nearest(cell.utility, cell.number);
  for (std::size_t i = 0; i < question.points.size(); ++i) {
    const double x = question.points[i].x;
    if ((question.min && x < *question.min) || (question.max && x > *question.max)) continue;
    nearest.offer(i, question.points[i].utility, x);
  }
  if (!nearest.found()) return std::nullopt;
  cell.number = question.points[*nearest.found()].x;
  return cell;
}

std::optional<Cell> step(const Question& question, const Cell& cell) {
  switch (question.type) {
    case QuestionType::scale:
      return next_level(question, cell);
    case QuestionType::yes_no: {
      if (cell.utility >= 1) return std::nullopt;
      Cell good = cell;
      good.number = question.good ? 1 : 0;
      return good;
    }
    case QuestionType::choice:
      return next_option(question, cell);
    case QuestionType::choices:
      return one_more_option(question, cell);
    case QuestionType::number:
      return next_point(question, cell);
    case QuestionType::text:
      return std::nullopt;
  }
  return std::nullopt;
}

/// The chosen options' titles, joined, in each of the rubric's languages.
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

LocalizedText with_unit(const Question& question, double number) {
  const std::string digits = shortest(number);
  if (question.unit.empty()) return {{{"", digits}}};
  LocalizedText words;
  for (const Translation& unit : question.unit.translations)
    words.translations.push_back({unit.tag, unit.text.empty() ? digits : digits + " " + unit.text});
  return words;
}

}  // namespace

std::optional<Cell> one_step_up(const Question& question, const Cell& cell) {
  std::optional<Cell> up = step(question, cell);
  if (up) up->utility = utility_of(question, *up);
  return up;
}

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
