// See plain_weighing.h. The sections follow docs/scoring.md, heading by heading.
#include "support/plain_weighing.h"

#include <algorithm>
#include <cmath>

#include "support/plain_conditions.h"
#include "support/plain_gates.h"

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

bool is_scored(const Question& question) { return gives_a_utility(question) && question.weight > 0; }

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

void credit(Standing& standing, const Evidence& evidence, const Answer& answer) {
  const EvidenceLevel level = level_of(evidence, answer.evidence);
  standing.evidence = level.id;
  standing.u = plain_utility(*standing.question, answer.value);
  if (!standing.u) return;
  standing.v = std::min(*standing.u, level.ceiling);
  if (standing.visible == Truth::unknown) return;  // [0, 1] whatever its answer
  standing.low = std::max(0.0, standing.v - level.margin);
  standing.high = std::min(1.0, *standing.u + level.margin);
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

Standing standing_of(const Section& section, const Criterion& criterion, const Question& question,
                     const Rubric& rubric, const std::vector<Standing>& earlier, const AnswersById& answers) {
  Standing standing;
  standing.id = criterion.id + "." + question.id;
  standing.criterion = &criterion;
  standing.question = &question;
  standing.visible = visible_by(section, criterion, question, earlier, answers);
  const auto answer = answers.find(standing.id);
  standing.state = state_of(question, standing.visible, answer == answers.end() ? nullptr : &answer->second);
  standing.applicable = is_scored(question) && standing.state != QuestionState::hidden &&
                        standing.state != QuestionState::not_applicable;
  if (standing.state == QuestionState::answered) credit(standing, rubric.parts().evidence, answer->second);
  return standing;
}

// --- From questions to dimensions ---

Weighed weigh_criterion(const Criterion& criterion, const std::vector<Standing>& questions) {
  Weighed result;
  double weight = 0;
  double answered = 0;
  double point = 0;
  double low = 0;
  double high = 0;
  for (const Standing& q : questions) {
    if (q.criterion != &criterion || !q.applicable) continue;
    const double w = q.question->weight;
    weight += w;
    low += w * q.low;
    high += w * q.high;
    if (q.state != QuestionState::answered) continue;
    answered += w;
    point += w * q.v;
  }
  if (weight == 0) return result;
  result.applicable = true;
  if (answered > 0) result.point = point / answered;
  result.low = low / weight;
  result.high = high / weight;
  result.completeness = answered / weight;
  return result;
}

Weighed weigh_dimension(const Rubric& rubric, const std::string& dimension, const Weighing& weighing) {
  Weighed result;
  double weight = 0;
  double defined = 0;
  double point = 0;
  double low = 0;
  double high = 0;
  double completeness = 0;
  for (const Section& section : rubric.sections())
    for (const Criterion& criterion : section.criteria) {
      const double k = contribution(criterion, dimension);
      const Weighed& part = weighing.criteria.at(criterion.id);
      if (k == 0 || !part.applicable) continue;
      weight += k;
      low += k * part.low;
      high += k * part.high;
      completeness += k * part.completeness;
      if (!part.point) continue;
      defined += k;
      point += k * *part.point;
    }
  if (weight == 0) return result;
  result.applicable = true;
  if (defined > 0) result.point = point / defined;
  result.low = low / weight;
  result.high = high / weight;
  result.completeness = completeness / weight;
  return result;
}

/// The gates, in the rubric's order, on what they cap.
void cap(Weighed& score, const std::string& target, const Rubric& rubric, const Weighing& weighing) {
  for (std::size_t g = 0; g < weighing.gates.size(); ++g)
    for (const Cap& one : rubric.parts().gates[g].caps) {
      if (one.target != target) continue;
      const double limit = one.limit / 100;
      if (weighing.certain_gates[g] != Truth::no) score.low = std::min(score.low, limit);
      if (weighing.certain_gates[g] == Truth::yes) score.high = std::min(score.high, limit);
      if (weighing.gates[g] == Truth::yes && score.point) score.point = std::min(*score.point, limit);
    }
}

struct Part {
  double weight = 0;
  double value = 0;
};

double combine(Combine how, const std::vector<Part>& parts) {
  double weight = 0;
  double sum = 0;
  double least = 1;
  for (const Part& part : parts) {
    weight += part.weight;
    least = std::min(least, part.value);
    if (how == Combine::geometric_mean && part.value == 0) return 0;
    sum += part.weight * (how == Combine::geometric_mean ? std::log(part.value) : part.value);
  }
  if (how == Combine::minimum) return least;
  return how == Combine::geometric_mean ? std::exp(sum / weight) : sum / weight;
}

Weighed weigh_overall(const Rubric& rubric, const Weighing& weighing) {
  Weighed result;
  std::vector<Part> points;
  std::vector<Part> lows;
  std::vector<Part> highs;
  double weight = 0;
  double completeness = 0;
  for (const Dimension& dimension : rubric.dimensions()) {
    const Weighed& part = weighing.dimensions.at(dimension.id);
    if (!part.applicable || dimension.weight == 0) continue;
    weight += dimension.weight;
    completeness += dimension.weight * part.completeness;
    lows.push_back({dimension.weight, part.low});
    highs.push_back({dimension.weight, may_still_leave(dimension.id, weighing.questions) ? 1 : part.high});
    if (part.point) points.push_back({dimension.weight, *part.point});
  }
  if (lows.empty()) return result;
  result.applicable = true;
  result.low = combine(rubric.parts().combine, lows);
  result.high = combine(rubric.parts().combine, highs);
  result.completeness = completeness / weight;
  if (points.size() == lows.size()) result.point = combine(rubric.parts().combine, points);
  return result;
}

}  // namespace

bool says_yes(const AnswerValue& value) {
  const std::string* text = std::get_if<std::string>(&value);
  return text != nullptr ? *text == "yes" : std::get<bool>(value);
}

double contribution(const Criterion& criterion, const std::string& dimension) {
  for (const Contribution& one : criterion.contributes)
    if (one.dimension == dimension) return one.weight;
  return 0;
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

Weighing weigh(const Rubric& rubric, const AnswersById& answers) {
  Weighing result;
  for (const Section& section : rubric.sections())
    for (const Criterion& criterion : section.criteria)
      for (const Question& question : criterion.questions)
        result.questions.push_back(
            standing_of(section, criterion, question, rubric, result.questions, answers));
  for (const Section& section : rubric.sections())
    for (const Criterion& criterion : section.criteria)
      result.criteria[criterion.id] = weigh_criterion(criterion, result.questions);
  for (const Dimension& dimension : rubric.dimensions()) {
    result.dimensions[dimension.id] = weigh_dimension(rubric, dimension.id, result);
    result.uncapped[dimension.id] = result.dimensions[dimension.id].point;
  }
  result.overall = weigh_overall(rubric, result);
  settle_gates(rubric, answers, result);
  for (const Dimension& dimension : rubric.dimensions())
    cap(result.dimensions[dimension.id], dimension.id, rubric, result);
  result.overall = weigh_overall(rubric, result);
  result.uncapped["overall"] = result.overall.point;
  cap(result.overall, "overall", rubric, result);
  return result;
}

}  // namespace ibtikar::test
