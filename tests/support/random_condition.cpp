// See random_condition.h.
#include "support/random_condition.h"

namespace ibtikar::test {
namespace {

Test random_test(QuestionType type, Random& random) {
  switch (type) {
    case QuestionType::scale:
    case QuestionType::number:
      return random.pick<Test>(
          {Test::is, Test::is_not, Test::at_least, Test::at_most, Test::above, Test::below, Test::one_of});
    case QuestionType::yes_no:
      return random.pick<Test>({Test::is, Test::is_not});
    case QuestionType::choice:
      return random.pick<Test>({Test::is, Test::is_not, Test::one_of});
    case QuestionType::choices:
    case QuestionType::text:
      return Test::includes;
  }
  return Test::is;
}

/// A bound that some answer is beyond: one of the two outer ends would leave none.
double random_strict_bound(const Question& question, Test test, Random& random) {
  const bool above = test == Test::above;
  if (question.type == QuestionType::scale) {
    const double value = random.pick(question.levels).value;
    for (const Level& level : question.levels)
      if (above ? level.value > value : level.value < value) return value;
    return above ? value - 0.5 : value + 0.5;
  }
  const double least = question.min.value_or(-10);
  const double greatest = question.max.value_or(least + 100);
  return least + static_cast<double>(random.below(4) + (above ? 0 : 1)) / 4 * (greatest - least);
}

/// A value that the question can take, or for bounds one between two of its values.
double random_bound(const Question& question, Test test, Random& random) {
  const bool bound = test == Test::at_least || test == Test::at_most;
  if (question.type == QuestionType::scale) {
    const double value = random.pick(question.levels).value;
    const double other = random.pick(question.levels).value;
    return bound && random.chance(30) ? (value + other) / 2 : value;
  }
  if (!question.points.empty() && random.chance(50)) {
    const double x = random.pick(question.points).x;
    if (question.min && x < *question.min) return *question.min;
    return question.max && x > *question.max ? *question.max : x;
  }
  const double least = question.min.value_or(-10);
  const double greatest = question.max.value_or(least + 100);
  return least + static_cast<double>(random.below(5)) / 4 * (greatest - least);
}

Operand random_operand(const Question& question, Test test, Random& random) {
  if (question.type == QuestionType::yes_no) return random.chance(50);
  if (question.type == QuestionType::choice || question.type == QuestionType::choices)
    return random.pick(question.options).id;
  if (test == Test::above || test == Test::below) return random_strict_bound(question, test, random);
  return random_bound(question, test, random);
}

Condition random_atom(const std::vector<Askable>& askable, Random& random) {
  const Askable& asked = random.pick(askable);
  Condition condition;
  condition.atom.question = asked.id;
  condition.atom.test = random_test(asked.question.type, random);
  const std::size_t operands = condition.atom.test == Test::one_of ? random.between(1, 3) : 1;
  for (std::size_t i = 0; i < operands; ++i)
    condition.atom.operands.push_back(random_operand(asked.question, condition.atom.test, random));
  return condition;
}

}  // namespace

Condition random_condition(const std::vector<Askable>& askable, int depth, Random& random) {
  if (depth == 0 || random.chance(55)) return random_atom(askable, random);
  Condition condition;
  condition.kind =
      random.pick<Condition::Kind>({Condition::Kind::all, Condition::Kind::any, Condition::Kind::negation});
  const std::size_t parts = condition.kind == Condition::Kind::negation ? 1 : random.between(1, 3);
  for (std::size_t i = 0; i < parts; ++i)
    condition.parts.push_back(random_condition(askable, depth - 1, random));
  return condition;
}

}  // namespace ibtikar::test
