// See plain_weighing.h. The sections follow docs/scoring.md, heading by heading.
#include "support/plain_weighing.h"

#include <algorithm>
#include <cmath>

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

bool is_chosen(const AnswerValue& value, const std::string& option) {
  const auto& chosen = std::get<std::vector<std::string>>(value);
  return std::find(chosen.begin(), chosen.end(), option) != chosen.end();
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

// --- Conditions: three values ---

bool equals(const Question& question, const AnswerValue& value, const Operand& operand) {
  if (question.type == QuestionType::yes_no) {
    const std::string* text = std::get_if<std::string>(&operand);
    return says_yes(value) == (text != nullptr ? *text == "yes" : std::get<bool>(operand));
  }
  if (question.type == QuestionType::choice)
    return std::get<std::string>(value) == std::get<std::string>(operand);
  return std::get<double>(value) == std::get<double>(operand);
}

bool holds(const Atom& atom, const Question& question, const AnswerValue& value) {
  const Operand& first = atom.operands.front();
  switch (atom.test) {
    case Test::is:
      return equals(question, value, first);
    case Test::is_not:
      return !equals(question, value, first);
    case Test::at_least:
      return std::get<double>(value) >= std::get<double>(first);
    case Test::at_most:
      return std::get<double>(value) <= std::get<double>(first);
    case Test::above:
      return std::get<double>(value) > std::get<double>(first);
    case Test::below:
      return std::get<double>(value) < std::get<double>(first);
    case Test::one_of:
      return std::any_of(atom.operands.begin(), atom.operands.end(),
                         [&](const Operand& operand) { return equals(question, value, operand); });
    case Test::includes:
      return is_chosen(value, std::get<std::string>(first));
  }
  return false;
}

/// `earlier`: at least the questions that the condition names.
Truth truth_of_atom(const Atom& atom, const std::vector<Standing>& earlier, const Answers& answers) {
  for (const Standing& asked : earlier) {
    if (asked.id != atom.question) continue;
    if (asked.state == QuestionState::hidden || asked.state == QuestionState::not_applicable)
      return Truth::no;
    if (asked.state == QuestionState::unanswered) return Truth::unknown;
    if (!holds(atom, *asked.question, answers.at(asked.id).value)) return Truth::no;
    return asked.visible == Truth::unknown ? Truth::unknown : Truth::yes;
  }
  return Truth::unknown;
}

Truth truth_of(const Condition& condition, const std::vector<Standing>& earlier, const Answers& answers) {
  if (condition.kind == Condition::Kind::atom) return truth_of_atom(condition.atom, earlier, answers);
  bool some_no = false;
  bool some_unknown = false;
  bool some_yes = false;
  for (const Condition& part : condition.parts) {
    const Truth truth = truth_of(part, earlier, answers);
    some_no = some_no || truth == Truth::no;
    some_unknown = some_unknown || truth == Truth::unknown;
    some_yes = some_yes || truth == Truth::yes;
  }
  if (some_unknown && condition.kind == Condition::Kind::negation) return Truth::unknown;
  if (condition.kind == Condition::Kind::negation) return some_yes ? Truth::no : Truth::yes;
  if (condition.kind == Condition::Kind::all)
    return some_no ? Truth::no : some_unknown ? Truth::unknown : Truth::yes;
  return some_yes ? Truth::yes : some_unknown ? Truth::unknown : Truth::no;
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
                 const std::vector<Standing>& earlier, const Answers& answers) {
  Condition all;
  all.kind = Condition::Kind::all;
  for (const std::optional<Condition>& when : {section.when, criterion.when, question.when})
    if (when) all.parts.push_back(*when);
  return truth_of(all, earlier, answers);
}

Standing standing_of(const Section& section, const Criterion& criterion, const Question& question,
                     const Rubric& rubric, const std::vector<Standing>& earlier, const Answers& answers) {
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

/// Whether going on could still leave the dimension without an applicable
/// criterion. It would then leave the overall, and its cap with it.
bool may_still_leave(const std::string& dimension, const std::vector<Standing>& questions) {
  for (const Standing& q : questions) {
    if (!q.applicable || contribution(*q.criterion, dimension) == 0) continue;
    const bool may_be_hidden = q.visible == Truth::unknown;
    const bool may_be_excused = q.state == QuestionState::unanswered && q.question->not_applicable;
    if (!may_be_hidden && !may_be_excused) return false;
  }
  return true;
}

/// The same of one criterion.
bool criterion_may_leave(const Criterion& criterion, const std::vector<Standing>& questions) {
  for (const Standing& q : questions) {
    if (!q.applicable || q.criterion != &criterion) continue;
    const bool may_be_excused = q.state == QuestionState::unanswered && q.question->not_applicable;
    if (q.visible != Truth::unknown && !may_be_excused) return false;
  }
  return true;
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

// --- Conditions on scores ---

/// A score before gates, and whether it could yet turn out not to apply.
struct AskedScore {
  Weighed score;
  bool may_leave = false;
};

AskedScore asked_score(const std::string& id, const Rubric& rubric, const Weighing& before_gates) {
  for (const Section& section : rubric.sections())
    for (const Criterion& criterion : section.criteria)
      if (criterion.id == id)
        return {before_gates.criteria.at(id), criterion_may_leave(criterion, before_gates.questions)};
  if (id != "overall") return {before_gates.dimensions.at(id), may_still_leave(id, before_gates.questions)};
  bool may_leave = true;
  for (const Dimension& dimension : rubric.dimensions())
    if (dimension.weight > 0 && before_gates.dimensions.at(dimension.id).applicable)
      may_leave = may_leave && may_still_leave(dimension.id, before_gates.questions);
  return {before_gates.overall, may_leave};
}

bool passes(const Atom& atom, double value) {
  const double bound = std::get<double>(atom.operands.front());
  if (atom.test == Test::at_least) return value >= bound;
  if (atom.test == Test::at_most) return value <= bound;
  return atom.test == Test::above ? value > bound : value < bound;
}

/// `by_point`: where the score has a point, by that alone.
Truth truth_of_score(const Atom& atom, const Rubric& rubric, const Weighing& before_gates, bool by_point) {
  const AskedScore asked = asked_score(atom.score, rubric, before_gates);
  if (!asked.score.applicable) return Truth::no;
  const bool at_point = by_point && asked.score.point;
  const bool low = passes(atom, shown(100 * (at_point ? *asked.score.point : asked.score.low)));
  const bool high = passes(atom, shown(100 * (at_point ? *asked.score.point : asked.score.high)));
  if (!low && !high) return Truth::no;
  return low && high && !asked.may_leave ? Truth::yes : Truth::unknown;
}

/// The condition with each question on a score answered: an empty `all` is true, an empty `any` false, and
/// what is unknown asks a question that nobody has answered.
Condition without_scores(const Condition& condition, const Rubric& rubric, const Weighing& before_gates,
                         bool by_point) {
  Condition out = condition;
  if (condition.kind == Condition::Kind::atom && !condition.atom.score.empty()) {
    const Truth truth = truth_of_score(condition.atom, rubric, before_gates, by_point);
    out = Condition{};
    if (truth == Truth::unknown) out.atom.question = "nobody.answered";
    if (truth == Truth::yes) out.kind = Condition::Kind::all;
    if (truth == Truth::no) out.kind = Condition::Kind::any;
  }
  for (Condition& part : out.parts) part = without_scores(part, rubric, before_gates, by_point);
  return out;
}

void settle_gates(const Rubric& rubric, const Answers& answers, Weighing& before_gates) {
  for (const Gate& gate : rubric.parts().gates) {
    const Truth certain =
        truth_of(without_scores(gate.when, rubric, before_gates, false), before_gates.questions, answers);
    const Truth point =
        truth_of(without_scores(gate.when, rubric, before_gates, true), before_gates.questions, answers);
    before_gates.certain_gates.push_back(certain);
    before_gates.gates.push_back(certain == Truth::unknown ? point : certain);
  }
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

Weighing weigh(const Rubric& rubric, const Answers& answers) {
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
