// See plain_conditions.h: "Conditions: three values" of docs/scoring.md.
#include "support/plain_conditions.h"

#include <algorithm>

namespace ibtikar::test {
namespace {

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
Truth truth_of_atom(const Atom& atom, const std::vector<Standing>& earlier, const AnswersById& answers) {
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

}  // namespace

Truth truth_of(const Condition& condition, const std::vector<Standing>& earlier, const AnswersById& answers) {
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

bool is_chosen(const AnswerValue& value, const std::string& option) {
  const auto& chosen = std::get<std::vector<std::string>>(value);
  return std::find(chosen.begin(), chosen.end(), option) != chosen.end();
}

}  // namespace ibtikar::test
