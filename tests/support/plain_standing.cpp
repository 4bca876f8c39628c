// See plain_standing.h. The sections follow docs/scoring.md, heading by heading.
#include "support/plain_standing.h"

#include <algorithm>

#include "support/plain_conditions.h"

namespace ibtikar::test {
namespace {

// --- Words ---

double level_utility(const Question& question, double value) {
  double least = question.levels.front().value;
  double greatest = least;
  for (const Level& level : question.levels) {
    least = std::min(least, level.value);
    greatest = std::max(greatest, level.value);
  }
  for (const Level& level : question.levels)
    if (level.value == value && level.score) return *level.score;
  return (value - least) / (greatest - least);
}

double number_utility(const std::vector<Point>& points, double x) {
  for (const Point& point : points)
    if (point.x == x) return point.utility;
  if (x < points.front().x) return points.front().utility;
  if (x > points.back().x) return points.back().utility;
  std::size_t right = 0;
  while (points[right].x < x) ++right;
  const Point& a = points[right - 1];
  const Point& b = points[right];
  return a.utility + (x - a.x) / (b.x - a.x) * (b.utility - a.utility);
}

bool has_scores(const Question& question) {
  for (const Option& option : question.options)
    if (option.score) return true;
  return false;
}

bool gives_a_utility(const Question& question) {
  switch (question.type) {
    case QuestionType::scale:
    case QuestionType::yes_no:
      return true;
    case QuestionType::choice:
    case QuestionType::choices:
      return has_scores(question);
    case QuestionType::number:
      return !question.points.empty();
    case QuestionType::text:
      return false;
  }
  return false;
}

}  // namespace

bool is_scored(const Question& question) { return gives_a_utility(question) && question.weight > 0; }

namespace {

// --- States of a question ---

/// An answer to a text question may be the words "n/a".
bool called_not_applicable(const Question& question, const Answer& answer) {
  const std::string* text = std::get_if<std::string>(&answer.value);
  return answer.not_applicable || (question.type != QuestionType::text && text != nullptr && *text == "n/a");
}

QuestionState state_of(const Question& question, Truth visible, const Answer* answer) {
  if (visible == Truth::no) return QuestionState::hidden;
  if (answer == nullptr) return QuestionState::unanswered;
  if (question.not_applicable && called_not_applicable(question, *answer))
    return QuestionState::not_applicable;
  if (std::holds_alternative<std::monostate>(answer->value)) return QuestionState::unanswered;
  return QuestionState::answered;
}

// --- Evidence gives a margin, and a ceiling ---

EvidenceLevel level_of(const Evidence& evidence, const std::string& named) {
  const std::string& id = named.empty() ? evidence.default_level : named;
  for (const EvidenceLevel& level : evidence.levels)
    if (level.id == id) return level;
  return EvidenceLevel{};  // without a table: margin 0, ceiling 1
}

bool says_something(const std::string& text) {
  return text.find_first_not_of(' ') != std::string::npos;  // the other blanks are for another test
}

void credit(Standing& standing, const Evidence& evidence, const Answer& answer) {
  const EvidenceLevel level = level_of(evidence, answer.evidence);
  standing.evidence = level.id;
  standing.u = plain_utility(*standing.question, answer.value);
  standing.has_note = says_something(answer.note);
  standing.has_link = std::any_of(answer.links.begin(), answer.links.end(), says_something);
  if (!standing.u) return;
  if (const auto& needs = standing.question->needs)
    standing.lacks = (needs->note && !standing.has_note) || (needs->link && !standing.has_link) ||
                     !will_do(evidence, level.id, needs->evidence);
  standing.v = plain_credit(standing, evidence, *standing.u, level.id, standing.lacks);
  if (standing.visible == Truth::unknown) return;  // [0, 1] whatever its answer
  const double worse = standing.lower_is_better ? *standing.u : standing.v;
  const double better = standing.lower_is_better ? standing.v : *standing.u;
  standing.low = std::max(0.0, worse - level.margin);
  standing.high = std::min(1.0, better + level.margin);
  if (standing.lacks && standing.lower_is_better) standing.high = 1;
  if (standing.lacks && !standing.lower_is_better) standing.low = 0;
}

/// The conditions of the section, the criterion and the question must all hold.
Truth visible_by(const Section& section, const Criterion& criterion, const Question& question,
                 const std::vector<Standing>& earlier, const AnswersById& answers) {
  Condition all;
  all.kind = Condition::Kind::all;
  for (const std::optional<Condition>& when : {section.when, criterion.when, question.when})
    if (when) all.parts.push_back(*when);
  return truth_of(all, earlier, answers);
}

}  // namespace

Standing standing_of(const Section& section, const Criterion& criterion, const Question& question,
                     const Rubric& rubric, const std::vector<Standing>& earlier, const AnswersById& answers) {
  Standing standing;
  standing.id = criterion.id + "." + question.id;
  standing.criterion = &criterion;
  standing.question = &question;
  standing.lower_is_better = is_better_lower(rubric, criterion);
  standing.visible = visible_by(section, criterion, question, earlier, answers);
  const auto answer = answers.find(standing.id);
  standing.state = state_of(question, standing.visible, answer == answers.end() ? nullptr : &answer->second);
  standing.applicable = is_scored(question) && standing.state != QuestionState::hidden &&
                        standing.state != QuestionState::not_applicable;
  if (standing.state == QuestionState::answered) credit(standing, rubric.parts().evidence, answer->second);
  return standing;
}

bool says_yes(const AnswerValue& value) {
  const std::string* text = std::get_if<std::string>(&value);
  return text != nullptr ? *text == "yes" : std::get<bool>(value);
}

std::optional<double> plain_utility(const Question& question, const AnswerValue& value) {
  if (!gives_a_utility(question)) return std::nullopt;
  double sum = 0;
  switch (question.type) {
    case QuestionType::scale:
      return level_utility(question, std::get<double>(value));
    case QuestionType::yes_no:
      return says_yes(value) == question.good ? 1 : 0;
    case QuestionType::choice:
      for (const Option& option : question.options)
        if (option.id == std::get<std::string>(value)) return *option.score;
      return std::nullopt;
    case QuestionType::choices:
      for (const Option& option : question.options)
        if (is_chosen(value, option.id)) sum += *option.score;
      return std::max(0.0, std::min(1.0, sum));
    case QuestionType::number:
      return number_utility(question.points, std::get<double>(value));
    case QuestionType::text:
      return std::nullopt;
  }
  return std::nullopt;
}

double plain_credit(const Standing& standing, const Evidence& evidence, double u, const std::string& level,
                    bool lacks) {
  double ceiling = level_of(evidence, level).ceiling;
  if (lacks) ceiling = std::min(ceiling, standing.question->needs->otherwise);
  return standing.lower_is_better ? std::max(u, 1 - ceiling) : std::min(u, ceiling);
}

bool will_do(const Evidence& evidence, const std::string& level, const std::string& required) {
  if (required.empty()) return true;
  const EvidenceLevel has = level_of(evidence, level);
  const EvidenceLevel wanted = level_of(evidence, required);
  return has.ceiling > wanted.ceiling || (has.ceiling == wanted.ceiling && has.margin <= wanted.margin);
}

}  // namespace ibtikar::test
