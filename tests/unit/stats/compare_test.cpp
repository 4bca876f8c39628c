// Comparisons: what differs, and whether intervals settle which of two scores is higher.
#include "ibtikar/compare.h"

#include <gtest/gtest.h>

#include "support/assessment_builder.h"

namespace ibtikar {
namespace {

using test::sample_assessment;

Measure measure(Score score, double low, double high) { return {score, low, high, 1}; }

TEST(Compare, FindsNoDifferenceBetweenAnAssessmentAndItself) {
  const Comparison c = compare({sample_assessment(), sample_assessment()});
  EXPECT_TRUE(c.one_program);
  EXPECT_FALSE(c.verdict_differs);
  EXPECT_FALSE(c.overall.differs);
  EXPECT_EQ(c.overall.spread, Score(0));
  EXPECT_EQ(c.overall.certainty, Certainty::same);
  for (const auto& part : c.dimensions) EXPECT_FALSE(part.differs);
  for (const auto& part : c.criteria) EXPECT_FALSE(part.differs);
  for (const auto& gate : c.gates) EXPECT_FALSE(gate.differs);
  for (const auto& question : c.questions) EXPECT_FALSE(question.any());
}

struct Pair {
  const char* name;
  Measure first;
  Measure second;
  Certainty expected;
  Score spread;
  friend void PrintTo(const Pair& pair, std::ostream* out) { *out << pair.name; }
};

const Pair kPairs[] = {
    {"Apart", measure(40, 30, 50), measure(60, 50.01, 70), Certainty::settled, 20},
    {"Touching", measure(40, 30, 50), measure(60, 50, 70), Certainty::not_settled, 20},
    {"Overlapping", measure(60, 45, 70), measure(40, 30, 50), Certainty::not_settled, 20},
    {"Same", measure(40, 30, 50), measure(40, 20, 60), Certainty::same, 0},
    {"OneUnknown", measure(40, 30, 50), measure(std::nullopt, 60, 100), Certainty::same, std::nullopt},
};

class CompareScores : public testing::TestWithParam<Pair> {};

TEST_P(CompareScores, AreSettledOnlyWhenIntervalsLieApart) {
  Assessment first = sample_assessment();
  Assessment second = sample_assessment();
  first.dimensions[1].measure = GetParam().first;
  second.dimensions[1].measure = GetParam().second;
  const ScoreDifference difference = compare({first, second}).dimensions[1];
  EXPECT_TRUE(difference.differs);
  EXPECT_EQ(difference.certainty, GetParam().expected);
  EXPECT_EQ(difference.spread, GetParam().spread);
  EXPECT_EQ(compare({second, first}).dimensions[1].certainty, GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(Pairs, CompareScores, testing::ValuesIn(kPairs),
                         [](const testing::TestParamInfo<Pair>& pair) { return pair.param.name; });

TEST(Compare, TakesTheHighestAndTheLowestOfMany) {
  std::vector<Assessment> all(3, sample_assessment());
  all[0].overall.measure = measure(50, 45, 55);
  all[1].overall.measure = measure(90, 80, 95);
  all[2].overall.measure = measure(20, 10, 30);
  const ScoreDifference difference = compare(all).overall;
  EXPECT_EQ(difference.spread, Score(70));
  EXPECT_EQ(difference.certainty, Certainty::settled);
  EXPECT_EQ(difference.changes, (std::vector<Score>{0, 40, -30}));
}

TEST(Compare, TellsWhatOfAnAnswerDiffers) {
  Assessment changed = sample_assessment();
  changed.questions[1].value = 3.0;
  changed.questions[2].evidence = "verified";
  changed.questions[4].links = {"minutes.pdf"};
  changed.questions[6].state = QuestionState::hidden;
  changed.gates[0].state = GateState::applies;
  const Comparison c = compare({sample_assessment(), changed});
  EXPECT_EQ(c.questions[1], (AnswerDifference{"competence.roles", true, false, false}));
  EXPECT_EQ(c.questions[2], (AnswerDifference{"youth.power", false, true, false}));
  EXPECT_EQ(c.questions[4], (AnswerDifference{"stages.design", false, false, true}));
  EXPECT_TRUE(c.questions[6].answer);
  EXPECT_TRUE(c.gates[0].differs);
  EXPECT_FALSE(c.gates[1].differs);
}

TEST(Compare, RefusesAnotherRubricAndChangedParts) {
  const std::vector<Assessment> same(2, sample_assessment());
  EXPECT_EQ(incomparable(same), std::nullopt);
  std::vector<Assessment> other = same;
  other[1].rubric.digest = "sha256:0";
  EXPECT_EQ(incomparable(other), (Incomparable{Incomparable::Why::rubric, 1}));
  std::vector<Assessment> changed = same;
  changed[1].questions.pop_back();
  EXPECT_EQ(incomparable(changed), (Incomparable{Incomparable::Why::parts, 1}));
  changed = same;
  changed[1].criteria[0].section = "elsewhere";
  EXPECT_EQ(incomparable(changed), (Incomparable{Incomparable::Why::parts, 1}));
}

}  // namespace
}  // namespace ibtikar
