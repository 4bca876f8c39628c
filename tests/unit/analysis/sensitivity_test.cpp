// Switching values and swings worked out by hand.
#include "ibtikar/sensitivity.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "ibtikar/scorer.h"
#include "support/random_rubric.h"

namespace ibtikar::test {
namespace {

Question percentage(const std::string& id, double weight = 1) {
  Question question;
  question.id = id;
  question.ask = {{{"en", id + "?"}}};
  question.type = QuestionType::number;
  question.points = {{0, 0}, {100, 1}};
  question.min = 0;
  question.max = 100;
  question.weight = weight;
  return question;
}

Criterion criterion(const std::string& id, const std::string& dimension, std::vector<Question> questions) {
  Criterion one;
  one.id = id;
  one.title = {{{"en", id}}};
  one.contributes = {{dimension, 1}};
  one.questions = std::move(questions);
  return one;
}

/// Dimension a holds one question, dimension b two. Bands begin at 0, 50 and 70.
RubricDraft two_dimensions() {
  RubricDraft draft;
  draft.id = "two";
  draft.version = "1.0.0";
  draft.title = {{{"en", "Two"}}};
  draft.languages = {"en"};
  draft.bands = {{"low", 0, {{{"en", "Low"}}}, {}},
                 {"middle", 50, {{{"en", "Middle"}}}, {}},
                 {"top", 70, {{{"en", "Top"}}}, {}}};
  draft.dimensions = {{"a", 1, {{{"en", "A"}}}, {}}, {"b", 1, {{{"en", "B"}}}, {}}};
  draft.sections = {
      {"s",
       {{{"en", "S"}}},
       {criterion("ca", "a", {percentage("x")}), criterion("cb", "b", {percentage("y"), percentage("z", 3)})},
       {}}};
  return draft;
}

Sensitivity found_in(const RubricDraft& draft, const std::vector<std::pair<std::string, double>>& answers) {
  const Rubric rubric = checked(draft);
  const Scorer scorer(rubric);
  Proposal proposal;
  for (const auto& [id, value] : answers) proposal.answers.emplace_back(id, Answer{.value = value});
  Diagnostics warnings;
  const Checked<AnswerSheet> sheet = scorer.encode(proposal, {}, warnings);
  return sensitivity_of(scorer, scorer.assess(proposal, *sheet, warnings), *sheet, {});
}

const WeightSensitivity& weight_of(const Sensitivity& found, WeightKind kind, const std::string& id) {
  return *std::ranges::find_if(found.weights,
                               [&](const auto& one) { return one.kind == kind && one.id == id; });
}

/// a is 80, b is (20 + 3 * 45) / 4 = 38.75; the overall is 59.375.
const std::vector<std::pair<std::string, double>> kAnswers = {{"ca.x", 80}, {"cb.y", 20}, {"cb.z", 45}};

TEST(SwitchingValues, OfADimensionAreWhereTheMeanMeetsABand) {
  const Sensitivity found = found_in(two_dimensions(), kAnswers);
  EXPECT_EQ(found.verdict, "middle");
  const WeightSensitivity& a = weight_of(found, WeightKind::dimension, "a");
  EXPECT_EQ(a.share, 0.5);
  // (0.8 w + 0.3875) / (w + 1) = 0.69995, which is shown as 70.00; and 0.49995 below.
  ASSERT_TRUE(a.up && a.down);
  EXPECT_NEAR(a.up->weight, (0.69995 - 0.3875) / (0.8 - 0.69995), 1e-12);
  EXPECT_NEAR(a.down->weight, (0.49995 - 0.3875) / (0.8 - 0.49995), 1e-12);
  EXPECT_TRUE(a.up->exact && a.down->exact);
  EXPECT_EQ(a.up->verdict, "top");
  EXPECT_EQ(a.down->verdict, "low");
  EXPECT_NEAR(a.up->share, a.up->weight / (a.up->weight + 1), 1e-15);
  EXPECT_EQ(a.half.score, 52.5);
  EXPECT_EQ(a.doubled.score, 66.25);
  EXPECT_EQ(a.swing, 13.75);
}

TEST(SwitchingValues, OfAQuestionGoThroughItsCriterion) {
  const Sensitivity found = found_in(two_dimensions(), {{"ca.x", 80}, {"cb.y", 5}, {"cb.z", 45}});
  // b = (5 w + 135) / (w + 3) falls to 19.99, and so the overall to 49.995, at 75.03 / 14.99.
  const WeightSensitivity& y = weight_of(found, WeightKind::question, "cb.y");
  ASSERT_TRUE(y.up);
  EXPECT_NEAR(y.up->weight, 75.03 / 14.99, 1e-11);
  EXPECT_EQ(y.up->verdict, "low");
  EXPECT_FALSE(y.down);
  EXPECT_TRUE(y.matters);
}

TEST(SwitchingValues, OfAPartThatIsAloneDoNotExist) {
  const Sensitivity found = found_in(two_dimensions(), kAnswers);
  const WeightSensitivity& x = weight_of(found, WeightKind::question, "ca.x");
  EXPECT_FALSE(x.matters);
  EXPECT_FALSE(x.up || x.down);
  EXPECT_EQ(x.swing, 0);
  EXPECT_EQ(nearest_factor(x), INFINITY);
}

TEST(SwitchingValues, OfADimensionInAGeometricMeanAreExactToo) {
  RubricDraft draft = two_dimensions();
  draft.combine = Combine::geometric_mean;
  const Sensitivity found = found_in(draft, kAnswers);
  const WeightSensitivity& a = weight_of(found, WeightKind::dimension, "a");
  ASSERT_TRUE(a.up);
  const auto root = [](double edge) {
    return (std::log(edge) - std::log(0.3875)) / (std::log(0.8) - std::log(edge));
  };
  EXPECT_NEAR(a.up->weight, root(0.69995), 1e-11);
  EXPECT_TRUE(a.up->exact);
  const WeightSensitivity& y = weight_of(found, WeightKind::question, "cb.y");
  ASSERT_TRUE(y.up);
  EXPECT_FALSE(y.up->exact);
}

TEST(SwitchingValues, ComeInTheOrderOfTheSmallestChange) {
  const Sensitivity found = found_in(two_dimensions(), kAnswers);
  EXPECT_TRUE(std::ranges::is_sorted(found.weights, {}, nearest_factor));
}

TEST(SwitchingValues, AreNotLookedForWithoutAVerdict) {
  RubricDraft draft = two_dimensions();
  draft.min_completeness = 1;
  const Sensitivity found = found_in(draft, {{"ca.x", 80}, {"cb.y", 20}});
  EXPECT_EQ(found.verdict, kInsufficient);
  for (const WeightSensitivity& weight : found.weights) EXPECT_FALSE(weight.up || weight.down);
  EXPECT_EQ(found.answers.front().question, "ca.x");
  EXPECT_EQ(found.answers.front().swing, 50);
  EXPECT_FALSE(found.answers.front().lower);
}

TEST(Tornado, RunsThroughTheAnswersAndNamesTheFirstThatChangesTheVerdict) {
  const Sensitivity found = found_in(two_dimensions(), kAnswers);
  const AnswerSensitivity& x = found.answers.front();
  EXPECT_EQ(x.question, "ca.x");
  EXPECT_EQ(x.least.measure.score, 19.38);
  EXPECT_EQ(x.greatest.measure.score, 69.38);
  EXPECT_EQ(x.swing, 50);
  ASSERT_TRUE(x.lower);
  EXPECT_EQ(x.lower->value, AnswerValue(60.0)) << "of the tenths between 0 and 100";
  EXPECT_FALSE(x.higher);
  EXPECT_EQ(found.answers[1].question, "cb.z");
  EXPECT_EQ(found.answers[1].swing, 37.5);
}

}  // namespace
}  // namespace ibtikar::test
