// See random_proposal.h.
#include "support/random_proposal.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace ibtikar::test {
namespace {

double within(const Question& question, double x) {
  if (question.min && x < *question.min) return *question.min;
  return question.max && x > *question.max ? *question.max : x;
}

/// What is counted, if the question asks for that: the nearest whole number that it takes.
double whole_number(const Question& question, double x) {
  if (!question.whole) return x;
  return std::max(std::floor(x), std::ceil(question.min.value_or(std::floor(x))));
}

double random_number(const Question& question, Random& random) {
  if (!question.points.empty() && random.chance(40)) {
    const double x = random.pick(question.points).x;
    return within(question, x);
  }
  const double least = question.min.value_or(-10);
  const double greatest = question.max.value_or(least + 60);
  if (random.chance(10)) return random.chance(50) ? least : greatest;
  return std::min(greatest, least + random.fraction() * (greatest - least));
}

AnswerValue random_value(const Question& question, Random& random) {
  std::vector<std::string> chosen;
  switch (question.type) {
    case QuestionType::scale:
      return random.pick(question.levels).value;
    case QuestionType::yes_no:
      if (random.chance(20)) return random.pick<std::string>({"yes", "no"});
      return random.chance(50);
    case QuestionType::choice:
      return random.pick(question.options).id;
    case QuestionType::choices:
      for (const Option& option : question.options)
        if (random.chance(40)) chosen.push_back(option.id);
      random.shuffle(chosen);
      return chosen;
    case QuestionType::number:
      return whole_number(question, random_number(question, random));
    case QuestionType::text:
      return "some written";
  }
  return {};
}

std::string written(const AnswerValue& value) {
  struct Words {
    std::string operator()(std::monostate) const { return "null"; }
    std::string operator()(bool truth) const { return truth ? "true" : "false"; }
    std::string operator()(double number) const { return fmt::format("{}", number); }
    std::string operator()(const std::string& text) const { return '"' + text + '"'; }
    std::string operator()(const std::vector<std::string>& list) const { return fmt::format("{}", list); }
  };
  return std::visit(Words{}, value);
}

}  // namespace

Answer random_answer(const Rubric& rubric, std::size_t question, Random& random) {
  Answer answer;
  answer.value = random_value(rubric.question(question), random);
  const Evidence& evidence = rubric.parts().evidence;
  if (!evidence.levels.empty() && random.chance(70)) answer.evidence = random.pick(evidence.levels).id;
  if (!rubric.question(question).needs) return answer;
  answer.note = random.pick<std::string>({"", " ", "as said", "as said", "as said"});
  if (random.chance(60)) answer.links = {random.pick<std::string>({" ", "file.pdf", "file.pdf"})};
  return answer;
}

Answer not_applicable_answer(const Question& question, Random& random) {
  Answer answer;
  if (question.type == QuestionType::text || random.chance(50))
    answer.not_applicable = true;
  else
    answer.value = "n/a";  // in an answer to a text question these would be its written
  return answer;
}

Proposal random_proposal(const Rubric& rubric, Random& random) {
  Proposal proposal;
  proposal.id = "P-1";
  const std::size_t answered = random.pick<std::size_t>({0, 20, 50, 70, 90, 100});
  const std::size_t excused = random.pick<std::size_t>({0, 20, 20, 80});
  for (std::size_t q = 0; q < rubric.question_count(); ++q) {
    if (rubric.question(q).not_applicable && random.chance(excused))
      proposal.answers.emplace_back(rubric.full_id(q), not_applicable_answer(rubric.question(q), random));
    else if (random.chance(answered))
      proposal.answers.emplace_back(rubric.full_id(q), random_answer(rubric, q, random));
    else if (random.chance(20))
      proposal.answers.emplace_back(rubric.full_id(q), Answer{});  // null
  }
  random.shuffle(proposal.answers);
  return proposal;
}

Answer& answer_to(Proposal& proposal, const std::string& full_id) {
  for (auto& [id, answer] : proposal.answers)
    if (id == full_id) return answer;
  proposal.answers.emplace_back(full_id, Answer{});
  return proposal.answers.back().second;
}

std::string text_of(const Proposal& proposal) {
  std::string text;
  for (const auto& [id, answer] : proposal.answers)
    text += fmt::format("  {} = {}{}\n", id, answer.not_applicable ? "n/a" : written(answer.value),
                        answer.evidence.empty() ? "" : " by " + answer.evidence);
  return text;
}

}  // namespace ibtikar::test
