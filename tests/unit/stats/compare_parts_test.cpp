// Comparisons part by part: what is copied, which damage makes files incomparable, what a note is.
#include <gtest/gtest.h>

#include <functional>

#include "ibtikar/compare.h"
#include "support/assessment_builder.h"

namespace ibtikar {
namespace {

using Damage = std::function<void(Assessment&)>;

std::vector<Assessment> sample_and(const Damage& damage) {
  std::vector<Assessment> both(2, test::sample_assessment());
  damage(both[1]);
  return both;
}

TEST(ComparedParts, AreThoseOfTheAssessmentsInTheirOrder) {
  const std::vector<Assessment> both(2, test::sample_assessment());
  const Comparison c = compare(both);
  EXPECT_EQ(c.assessments, both);
  EXPECT_EQ(c.overall.id, "overall");
  ASSERT_EQ(c.dimensions.size(), both[0].dimensions.size());
  ASSERT_EQ(c.criteria.size(), both[0].criteria.size());
  ASSERT_EQ(c.gates.size(), both[0].gates.size());
  ASSERT_EQ(c.questions.size(), both[0].questions.size());
  for (std::size_t i = 0; i < c.dimensions.size(); ++i)
    EXPECT_EQ(c.dimensions[i].id, both[0].dimensions[i].id);
  for (std::size_t i = 0; i < c.criteria.size(); ++i) EXPECT_EQ(c.criteria[i].id, both[0].criteria[i].id);
  for (std::size_t i = 0; i < c.gates.size(); ++i) EXPECT_EQ(c.gates[i].gate, both[0].gates[i].id);
}

TEST(ComparedParts, DifferInTheirCriterionOnly) {
  const Comparison c = compare(sample_and([](Assessment& a) { a.criteria[1].measure.low -= 1; }));
  EXPECT_FALSE(c.criteria[0].differs);
  EXPECT_TRUE(c.criteria[1].differs);
  EXPECT_EQ(c.criteria[1].certainty, Certainty::same);
}

TEST(ComparedVerdicts, DifferInTheBandOrInWhetherItIsSettled) {
  EXPECT_TRUE(compare(sample_and([](Assessment& a) { a.verdict = "ready"; })).verdict_differs);
  EXPECT_TRUE(compare(sample_and([](Assessment& a) { a.settled = !a.settled; })).verdict_differs);
  EXPECT_FALSE(compare(sample_and([](Assessment& a) { a.proposal.title = "x"; })).verdict_differs);
}

TEST(ComparedPrograms, AreOneOnlyIfBothSayTheSameId) {
  EXPECT_FALSE(compare(sample_and([](Assessment& a) { a.proposal.id = "other"; })).one_program);
  std::vector<Assessment> nameless(2, test::sample_assessment());
  for (Assessment& a : nameless) a.proposal.id.clear();
  EXPECT_FALSE(compare(nameless).one_program);
}

TEST(ComparedAnswers, DifferInTheirNoteOrInTheirLinks) {
  const auto note_differs = [](const Damage& damage) {
    return compare(sample_and(damage)).questions[0].note;
  };
  EXPECT_TRUE(note_differs([](Assessment& a) { a.questions[0].note += "more"; }));
  EXPECT_TRUE(note_differs([](Assessment& a) { a.questions[0].links.push_back("more.pdf"); }));
  EXPECT_FALSE(note_differs([](Assessment& a) { a.questions[0].evidence = "verified"; }));
}

TEST(ComparedScores, ChangeByNothingKnownIfEitherIsMissing) {
  std::vector<Assessment> three(3, test::sample_assessment());
  three[0].overall.measure = {std::nullopt, 0, 100, 0};
  three[1].overall.measure = {40, 30, 50, 1};
  three[2].overall.measure = {30, 20, 40, 1};
  EXPECT_EQ(compare(three).overall.changes, (std::vector<Score>(3, std::nullopt)));
  EXPECT_EQ(compare(three).overall.spread, Score(10)) << "of the two that there are";
  std::swap(three[0], three[1]);
  EXPECT_EQ(compare(three).overall.changes, (std::vector<Score>{0, std::nullopt, -10}));
}

struct Edit {
  const char* name;
  Damage damage;
  Incomparable::Why why;
  friend void PrintTo(const Edit& edit, std::ostream* out) { *out << edit.name; }
};

const Edit kEdits[] = {
    {"RubricId", [](Assessment& a) { a.rubric.id += "x"; }, Incomparable::Why::rubric},
    {"RubricVersion", [](Assessment& a) { a.rubric.version += ".1"; }, Incomparable::Why::rubric},
    {"RubricDigest", [](Assessment& a) { a.rubric.digest += "0"; }, Incomparable::Why::rubric},
    {"RubricTitle", [](Assessment& a) { a.rubric.title = test::in_both("x", "x"); },
     Incomparable::Why::parts},
    {"Dimension", [](Assessment& a) { a.dimensions[0].id += "x"; }, Incomparable::Why::parts},
    {"Criterion", [](Assessment& a) { a.criteria[0].id += "x"; }, Incomparable::Why::parts},
    {"CriterionSection", [](Assessment& a) { a.criteria[0].section += "x"; }, Incomparable::Why::parts},
    {"CriterionWeights",
     [](Assessment& a) {
       a.criteria[0].contributes = {{"x", 1}};
     },
     Incomparable::Why::parts},
    {"Question", [](Assessment& a) { a.questions[0].id += "x"; }, Incomparable::Why::parts},
    {"QuestionCriterion", [](Assessment& a) { a.questions[0].criterion += "x"; }, Incomparable::Why::parts},
    {"Gate", [](Assessment& a) { a.gates[0].id += "x"; }, Incomparable::Why::parts},
    {"GateMissing", [](Assessment& a) { a.gates.pop_back(); }, Incomparable::Why::parts},
};

class EditedFiles : public testing::TestWithParam<Edit> {};

TEST_P(EditedFiles, AreNotCompared) {
  EXPECT_EQ(incomparable(sample_and(GetParam().damage)), (Incomparable{GetParam().why, 1}));
}

INSTANTIATE_TEST_SUITE_P(Edits, EditedFiles, testing::ValuesIn(kEdits),
                         [](const testing::TestParamInfo<Edit>& edit) { return edit.param.name; });

}  // namespace
}  // namespace ibtikar
