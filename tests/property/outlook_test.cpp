// The outlook says what the assessment says, and narrowing() what answering would do.
#include <gtest/gtest.h>

#include <algorithm>

#include "support/assessed.h"
#include "support/random.h"

namespace ibtikar::test {
namespace {

/// A sheet of the proposal, as an interview has it.
AnswerSheet sheet_of(const Scorer& scorer, const Proposal& proposal) {
  Diagnostics warnings;
  return *scorer.encode(proposal, {.lenient = true, .rubric_by_hand = true}, warnings);
}

TEST(Outlook, HasTheNumbersOfTheAssessment) {
  for (std::uint64_t seed = 0; seed < cases(1000) && !testing::Test::HasFailure(); ++seed) {
    const RandomCase one(seed);
    SCOPED_TRACE(one.text());
    const Assessment assessment = assessed(one.scorer, one.proposal);
    const Outlook outlook = one.scorer.outlook(sheet_of(one.scorer, one.proposal));
    EXPECT_EQ(outlook.overall, assessment.overall.measure);
    EXPECT_EQ(outlook.verdict, assessment.verdict);
    EXPECT_EQ(outlook.settled, assessment.settled);
    for (std::size_t d = 0; d < outlook.dimensions.size(); ++d)
      EXPECT_EQ(outlook.dimensions[d], assessment.dimensions[d].measure);
    for (const GateResult& gate : assessment.gates)
      for (const std::string& id : gate.questions) {
        const std::size_t q = *one.source.rubric.find(id);
        const bool is_open = assessment.questions[q].state == QuestionState::unanswered;
        EXPECT_TRUE(outlook.urgent[q] || gate.state != GateState::unknown || !is_open) << id;
      }
  }
}

/// How much narrower the overall's interval is after `answer`, by the printed numbers.
double gained(const RandomCase& one, std::size_t question, const Answer& answer) {
  const auto width = [&](const Proposal& proposal) {
    const Measure measure = assessed(one.scorer, proposal).overall.measure;
    return measure.high - measure.low;
  };
  Proposal changed = one.proposal;
  answer_to(changed, one.source.rubric.full_id(question)) = answer;
  return width(one.proposal) - width(changed);
}

/// The level that earns most, and of these the surest; empty without a table.
std::string best_evidence(const Rubric& rubric) {
  const auto& levels = rubric.parts().evidence.levels;
  const auto best = std::max_element(levels.begin(), levels.end(), [](const auto& a, const auto& b) {
    return a.ceiling != b.ceiling ? a.ceiling < b.ceiling : a.margin > b.margin;
  });
  return best == levels.end() ? "" : best->id;
}

TEST(Narrowing, IsTheMostThatAnAnswerDoes) {
  constexpr double kRounding = 0.021;  // four printed numbers
  for (std::uint64_t seed = 0; seed < cases(300) && !testing::Test::HasFailure(); ++seed) {
    RandomCase one(seed);
    SCOPED_TRACE(one.text());
    const Rubric& rubric = one.source.rubric;
    const Assessment today = assessed(one.scorer, one.proposal);
    const std::vector<double> narrowing = one.scorer.narrowing(sheet_of(one.scorer, one.proposal));
    const std::string best = best_evidence(rubric);
    for (std::size_t q = 0; q < rubric.question_count(); ++q) {
      if (today.questions[q].state != QuestionState::unanswered) {
        EXPECT_EQ(narrowing[q], 0) << rubric.full_id(q);
        continue;
      }
      if (rubric.question(q).type != QuestionType::scale) continue;
      double most = 0;
      for (const Level& level : rubric.question(q).levels) {
        Answer answer;
        answer.value = level.value;
        answer.evidence = best;
        most = std::max(most, gained(one, q, answer));
      }
      EXPECT_NEAR(most, narrowing[q], kRounding) << rubric.full_id(q);
    }
  }
}

}  // namespace
}  // namespace ibtikar::test
