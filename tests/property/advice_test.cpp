// Advice that is true (docs/scoring.md, "Steps"): taking the step that is named gives the gain that is
// stated, and where no step of an answer raises a score, no single change of that answer does.
#include <gtest/gtest.h>

#include <algorithm>

#include <fmt/format.h>

#include "support/assessed.h"
#include "support/plain_weighing.h"
#include "support/random.h"

namespace ibtikar::test {
namespace {

AnswersById answers_of(const Proposal& proposal) {
  return {proposal.answers.begin(), proposal.answers.end()};
}

Score gain(const std::optional<double>& then, const std::optional<double>& today) {
  if (!then || !today) return std::nullopt;
  return shown(100 * (*then - *today));
}

void expect_shown(const Score& after, const Score& before, const Score& gained) {
  ASSERT_EQ(after && before, gained.has_value());
  if (!gained) return;
  EXPECT_NEAR(*after - *before, *gained, 0.0101);
}

/// What a `supply` asks for: "note", "link", or an evidence level.
void supply(const std::vector<std::string>& what, Answer& answer) {
  for (const std::string& one : what) {
    if (one == "note")
      answer.note = "as asked";
    else if (one == "link")
      answer.links = {"file.pdf"};
    else
      answer.evidence = one;
  }
}

/// Takes the step in the proposal and scores it again, by both scorers.
void expect_gains(const RandomCase& one, const Assessment& before, const Advice& advice) {
  Proposal proposal = one.proposal;
  Answer& answer = answer_to(proposal, advice.question);
  if (advice.kind == AdviceKind::raise)
    answer.value = advice.to;
  else if (advice.kind == AdviceKind::document)
    answer.evidence = std::get<std::string>(advice.to);
  else
    supply(std::get<std::vector<std::string>>(advice.to), answer);
  const Assessment after = assessed(one.scorer, proposal);
  const Weighing today = weigh(one.source.rubric, answers_of(one.proposal));
  const Weighing then = weigh(one.source.rubric, answers_of(proposal));
  EXPECT_EQ(advice.overall_gain, gain(then.overall.point, today.overall.point));
  expect_shown(after.overall.measure.score, before.overall.measure.score, advice.overall_gain);
  for (std::size_t d = 0; d < after.dimensions.size(); ++d) {
    const auto& [id, gained] = advice.dimension_gains[d];
    EXPECT_EQ(gained, gain(then.dimensions.at(id).point, today.dimensions.at(id).point)) << id;
    expect_shown(after.dimensions[d].measure.score, before.dimensions[d].measure.score, gained);
  }
}

TEST(Advice, GivesTheGainThatItStates) {
  std::size_t steps = 0;
  for (std::uint64_t seed = 0; seed < cases(1500) && !testing::Test::HasFailure(); ++seed) {
    const RandomCase one(seed);
    const Assessment before = assessed(one.scorer, one.proposal);
    for (const Advice& advice : before.advice) {
      SCOPED_TRACE(one.text() + advice.question);
      expect_gains(one, before, advice);
      ++steps;
    }
  }
  EXPECT_GT(steps, cases(2000U));
}

std::vector<AnswerValue> toggles(const Question& question, const std::vector<std::string>& chosen) {
  std::vector<AnswerValue> values;
  for (const Option& option : question.options) {
    std::vector<std::string> then = chosen;
    if (std::erase(then, option.id) == 0) {
      if (option.id == "none") then.clear();
      std::erase(then, "none");
      then.push_back(option.id);
    }
    values.emplace_back(then);
  }
  return values;
}

/// Every other answer; of numbers that no condition names many, of others none.
std::vector<AnswerValue> other_values(const Question& question, const AnswerValue& today, Random& random) {
  std::vector<AnswerValue> values;
  if (question.type == QuestionType::choices)
    return toggles(question, std::get<std::vector<std::string>>(today));
  if (question.type == QuestionType::yes_no) return {!says_yes(today)};
  for (const Level& level : question.levels) values.emplace_back(level.value);
  if (question.type == QuestionType::choice)
    for (const Option& option : question.options) values.emplace_back(option.id);
  if (question.type == QuestionType::number)
    for (int i = 0; i < 30; ++i) {
      const double least = question.min.value_or(-20);
      values.emplace_back(least + random.unit() * (question.max.value_or(80) - least));
    }
  return values;
}

bool lifts_a_cap(const Weighing& then, const Weighing& today) {
  for (std::size_t g = 0; g < today.gates.size(); ++g)
    if (today.gates[g] == Truth::yes && then.gates[g] != Truth::yes) return true;
  return false;
}

bool raises(const Rubric& rubric, const Weighing& then, const Weighing& today) {
  std::vector<std::optional<double>> gains;
  for (const Dimension& dimension : rubric.dimensions())
    gains.push_back(gain(then.dimensions.at(dimension.id).point, today.dimensions.at(dimension.id).point));
  return betters(rubric, gain(then.overall.point, today.overall.point), gains);
}

bool is_advised(const Assessment& assessment, const std::string& question, AdviceKind kind) {
  return std::ranges::any_of(assessment.advice, [&](const Advice& advice) {
    return advice.question == question && advice.kind == kind && raises_a_score(assessment, advice);
  });
}

/// Questions that nothing raises, changed in every way that there is.
class ChangesThatAreNotAdvised {
 public:
  void try_all(RandomCase& one) {
    const Rubric& rubric = one.source.rubric;
    const Assessment assessment = assessed(one.scorer, one.proposal);
    const Weighing today = weigh(rubric, answers_of(one.proposal));
    for (const Standing& q : today.questions) {
      if (q.state != QuestionState::answered || q.question->type == QuestionType::text) continue;
      if (!is_advised(assessment, q.id, AdviceKind::raise))
        for (const AnswerValue& value :
             other_values(*q.question, answers_of(one.proposal).at(q.id).value, one.random))
          try_value(one, today, q, value);
      if (!is_advised(assessment, q.id, AdviceKind::document))
        for (const EvidenceLevel& level : rubric.parts().evidence.levels)
          if (earns_more(level, q.evidence, rubric)) try_evidence(one, today, q, level);
    }
  }
  [[nodiscard]] std::size_t tried() const { return tried_; }

 private:
  void try_value(const RandomCase& one, const Weighing& today, const Standing& q, const AnswerValue& value) {
    AnswersById answers = answers_of(one.proposal);
    answers[q.id].value = value;
    const Weighing then = weigh(one.source.rubric, answers);
    const double up = q.lower_is_better ? -1 : 1;
    const bool betters = q.applicable && up * *plain_utility(*q.question, value) > up * *q.u;
    const bool free = q.question->type == QuestionType::number;  // conditions could ask for any number
    if (!betters && (free || !lifts_a_cap(then, today))) return;
    if (free && then.gates != today.gates) return;
    if (free && visibility(then) != visibility(today)) return;
    ++tried_;
    EXPECT_FALSE(raises(one.source.rubric, then, today)) << one.text() << q.id;
  }

  void try_evidence(const RandomCase& one, const Weighing& today, const Standing& q,
                    const EvidenceLevel& level) {
    AnswersById answers = answers_of(one.proposal);
    answers[q.id].evidence = level.id;
    ++tried_;
    EXPECT_FALSE(raises(one.source.rubric, weigh(one.source.rubric, answers), today))
        << one.text() << q.id << " " << level.id;
  }

  /// Worse evidence is no step, even where a gate asks for a score that is not too high.
  static bool earns_more(const EvidenceLevel& level, const std::string& today, const Rubric& rubric) {
    for (const EvidenceLevel& now : rubric.parts().evidence.levels)
      if (now.id == today)
        return level.ceiling != now.ceiling ? level.ceiling > now.ceiling : level.margin < now.margin;
    return false;
  }

  static std::vector<Truth> visibility(const Weighing& weighing) {
    std::vector<Truth> all;
    for (const Standing& q : weighing.questions) all.push_back(q.visible);
    return all;
  }

  std::size_t tried_ = 0;
};

TEST(Advice, LeavesOutNothingThatRaisesAScore) {
  ChangesThatAreNotAdvised changes;
  for (std::uint64_t seed = 0; seed < cases(1500) && !testing::Test::HasFailure(); ++seed) {
    RandomCase one(seed);
    changes.try_all(one);
  }
  EXPECT_GT(changes.tried(), cases(3000U));
}

}  // namespace
}  // namespace ibtikar::test
