// Every way to combine, to show and to credit, case by case, with numbers worked out by hand. That it all
// holds everywhere is tests/property.
#include <gtest/gtest.h>

#include "ibtikar/codec.h"
#include "ibtikar/report.h"
#include "support/assessed.h"
#include "support/fixtures.h"
#include "support/golden.h"

namespace ibtikar::test {
namespace {

Answer shown(AnswerValue value) { return {std::move(value), false, "shown", {}, {}}; }

class Language : public testing::Test {
 protected:
  Language() : rubric_(valid_rubric("valid/language.json")), scorer_(rubric_) {
    proposal_.id = "P";
    proposal_.title = "A medal";
    for (const char* yes :
         {"practice.a", "practice.c", "climb.one", "climb.two", "points.light", "harm.people"})
      answer(yes, true);
    for (const char* no : {"practice.b", "climb.four", "points.heavy", "proof.seen", "harm.money"})
      answer(no, false);
    answer("practice.d", std::string("half"));
    answer_to(proposal_, "proof.told").value = true;
  }

  void answer(const std::string& question, AnswerValue value) {
    answer_to(proposal_, question) = shown(std::move(value));
  }

  [[nodiscard]] Assessment assessment() const { return assessed(scorer_, proposal_); }

  static Measure measure(const Assessment& a, std::string_view id) {
    for (const NamedMeasure& named : measures_of(a))
      if (named.id == id) return named.measure;
    ADD_FAILURE() << "no score " << id;
    return {};
  }

  Rubric rubric_;
  Scorer scorer_;
  Proposal proposal_;
};

TEST_F(Language, GroupsBecomeOneValueEachAndSumUpToTheLimit) {
  const Assessment a = assessment();
  EXPECT_EQ(measure(a, "practice/first").score, 50);   // the mean of yes and no
  EXPECT_EQ(measure(a, "practice/second").score, 50);  // the lower of 1 and 0.5
  EXPECT_EQ(measure(a, "practice").score, 50);         // (1 * 0.5 + 2 * 0.5) of 3
  EXPECT_EQ(measure(a, "practice").shown->score, 1.5);
}

TEST_F(Language, NotApplicableKeepsTheLimitOfASum) {
  answer_to(proposal_, "practice.a") = {};
  answer_to(proposal_, "practice.a").not_applicable = true;
  answer("practice.b", true);
  answer("practice.d", std::string("all"));
  EXPECT_EQ(measure(assessment(), "practice").score, 100);
  answer("practice.b", false);
  EXPECT_EQ(measure(assessment(), "practice").score, 66.67);
}

TEST_F(Language, StepsCountUpToTheFirstThatIsNotReached) {
  const Measure climb = measure(assessment(), "climb");
  EXPECT_EQ(climb.score, 50);  // one and two; three is open, four is not reached
  EXPECT_EQ(climb.low, 50);
  EXPECT_EQ(climb.high, 75);
  answer("climb.four", true);
  EXPECT_EQ(measure(assessment(), "climb").score, 100)
      << "an open step below a reached one is taken as reached";
  EXPECT_EQ(measure(assessment(), "climb").low, 50);
}

TEST_F(Language, DeductionsBeginAtTheStartAndEndAtNothing) {
  EXPECT_EQ(measure(assessment(), "points").score, 25);  // 15 less 10, of 20
  answer("points.light", false);
  EXPECT_EQ(measure(assessment(), "points").score, 0);  // 15 less 15
  answer("points.light", true);
  answer("points.heavy", true);
  EXPECT_EQ(measure(assessment(), "points").score, 75);
}

TEST_F(Language, AnAnswerThatLacksWhatItsQuestionRequiresEarnsNoMoreThanOtherwise) {
  const Assessment before = assessment();
  EXPECT_EQ(measure(before, "proof").score, 25);
  EXPECT_EQ(measure(before, "proof").high, 100);
  const auto told = [](const Assessment& a) {
    for (const QuestionResult& one : a.questions)
      if (one.id == "proof.told") return one.missing;
    return std::vector<std::string>{"?"};
  };
  EXPECT_EQ(told(before), (std::vector<std::string>{"note", "link", "evidence"}));
  Answer& answer = answer_to(proposal_, "proof.told");
  answer.note = "As the minutes say";
  answer.links = {" "};
  EXPECT_EQ(told(assessment()), (std::vector<std::string>{"link", "evidence"})) << "blanks are no link";
  answer.links = {"minutes.pdf"};
  EXPECT_EQ(told(assessment()), (std::vector<std::string>{"evidence"}));
  answer.evidence = "shown";
  EXPECT_EQ(told(assessment()), std::vector<std::string>{});
  EXPECT_EQ(measure(assessment(), "proof").score, 100);
}

TEST_F(Language, TheStepThatSuppliesWhatIsMissingStatesItsGain) {
  for (const Advice& advice : assessment().advice) {
    if (advice.question != "proof.told" || advice.kind != AdviceKind::supply) continue;
    EXPECT_EQ(advice.to, AnswerValue(std::vector<std::string>{"note", "link", "shown"}));
    EXPECT_EQ(advice.overall_gain, 6.25);  // tests from 25 to 43.75, a third of the overall
    return;
  }
  ADD_FAILURE() << "nothing is advised";
}

TEST_F(Language, AGateMultipliesAndARoundedScoreIsTheNumberShown) {
  EXPECT_EQ(measure(assessment(), "impact").score, 60);
  for (const char* yes : {"practice.b", "climb.one"}) answer(yes, true);
  answer("practice.d", std::string("all"));
  const Assessment a = assessment();
  EXPECT_EQ(measure(a, "practice").score, 100);
  EXPECT_EQ(measure(a, "impact").score, 50);  // 0.85 * 60 is 51, 10.2 of 20, shown as 10
  EXPECT_EQ(measure(a, "impact").shown->score, 10);
  EXPECT_EQ(a.dimensions[2].uncapped, 60);
  EXPECT_EQ(a.dimensions[2].adjusted_by, std::vector<std::string>{"mitigated"});
}

TEST_F(Language, AGateAddsPointsAndRaises) {
  EXPECT_EQ(measure(assessment(), "tests").score, 25);
  answer("proof.seen", true);
  EXPECT_EQ(measure(assessment(), "tests").score, 48.75);  // (3 * 0.25 + 1) of 4, and 5
  answer("points.light", false);
  EXPECT_EQ(measure(assessment(), "tests").score, 30);  // 1 of 4, and 5: more than the 20 it is raised to
}

TEST_F(Language, ABandIsNotTheVerdictWhileItsConditionDoesNotHold) {
  for (const char* yes : {"practice.b", "climb.three", "climb.four"}) answer(yes, true);
  answer("practice.d", std::string("all"));
  const Assessment a = assessment();
  EXPECT_EQ(a.overall.measure.score, 75);
  EXPECT_EQ(a.overall.band, "gold");
  EXPECT_EQ(a.verdict, "silver");
  ASSERT_EQ(a.requirements.size(), 1U);
  EXPECT_EQ(a.requirements[0].state, RequirementResult::State::unmet);
  EXPECT_TRUE(a.settled);
  answer("points.heavy", true);
  EXPECT_EQ(assessment().verdict, "gold");
}

TEST_F(Language, LowerIsBetterTurnsAdviceRound) {
  for (const Advice& advice : assessment().advice) {
    if (advice.question != "harm.people") continue;
    EXPECT_EQ(advice.to, AnswerValue(false));
    EXPECT_EQ(advice.dimension_gains[2].second, -60);
    EXPECT_TRUE(raises_a_score(assessment(), advice));
    return;
  }
  ADD_FAILURE() << "nothing is advised";
}

TEST_F(Language, ComesBackFromJson) {
  const Assessment a = assessment();
  const std::string text = encode_assessment(a, JsonStyle::indented);
  const auto again = decode_assessment({"a.json", text});
  ASSERT_TRUE(again) << format(again.error());
  EXPECT_EQ(encode_assessment(*again, JsonStyle::indented), text);
  expect_golden("report/language.approved.json", text);
}

TEST_F(Language, ReportsSayItInBothLanguages) {
  for (const std::string language : {"en", "ar"}) {
    TextOptions text;
    text.language = language;
    expect_golden("report/language_" + language + ".approved.txt", render_text(assessment(), text));
    MarkdownOptions markdown;
    markdown.language = language;
    expect_golden("report/language_" + language + ".approved.md", render_markdown(assessment(), markdown));
  }
}

}  // namespace
}  // namespace ibtikar::test
