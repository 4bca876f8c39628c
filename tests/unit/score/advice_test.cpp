// What one step is, case by case; that it holds everywhere is tests/property/advice_test.cpp.
#include <gtest/gtest.h>

#include "support/assessed.h"
#include "support/small_rubric.h"

namespace ibtikar::test {
namespace {

Scorer scorer_of(const std::string& questions, const std::string& gates = "[]") {
  return Scorer(small_rubric(questions, gates));
}

Assessment assess(const Scorer& scorer, const std::vector<std::pair<std::string, Answer>>& answers) {
  Proposal proposal;
  proposal.id = "P";
  proposal.answers = answers;
  return assessed(scorer, proposal);
}

/// The advice of this kind on c.q; throws when there is none.
Advice advice_on(const Assessment& assessment, AdviceKind kind) {
  for (const Advice& advice : assessment.advice)
    if (advice.question == "c.q" && advice.kind == kind) return advice;
  throw std::logic_error("no such advice");
}

using Ids = std::vector<std::string>;

TEST(Steps, UntickWhatCostsPoints) {
  const Scorer scorer = scorer_of(R"([{"id":"q","ask":"?","type":"choices","options":[
      {"id":"plan","title":"Plan","score":1},{"id":"late","title":"Late","score":-0.4}]}])");
  const Advice step =
      advice_on(assess(scorer, {{"c.q", answer_with("checked", Ids{"plan", "late"})}}), AdviceKind::raise);
  EXPECT_EQ(step.to, AnswerValue(Ids{"plan"}));
  EXPECT_EQ(step.overall_gain, 40);
}

TEST(Steps, TickOrUntickWhicheverChangesTheSumMost) {
  const Scorer scorer = scorer_of(R"([{"id":"q","ask":"?","type":"choices","options":[
      {"id":"a","title":"A","score":0.3},{"id":"b","title":"B","score":0.2},{"id":"c","title":"C","score":-0.25}]}])");
  EXPECT_EQ(advice_on(assess(scorer, {{"c.q", answer_with("checked", Ids{"b", "c"})}}), AdviceKind::raise).to,
            AnswerValue(Ids{"a", "b", "c"}));
  EXPECT_EQ(advice_on(assess(scorer, {{"c.q", answer_with("checked", Ids{"a", "c"})}}), AdviceKind::raise).to,
            AnswerValue(Ids{"a"}));
}

TEST(Steps, LetNoneStandAlone) {
  const Scorer scorer = scorer_of(R"([{"id":"q","ask":"?","type":"choices","options":[
      {"id":"a","title":"A","score":0.5},{"id":"b","title":"B","score":0.2},{"id":"none","title":"None of these","score":0.1}]}])");
  const Advice step =
      advice_on(assess(scorer, {{"c.q", answer_with("checked", Ids{"none"})}}), AdviceKind::raise);
  EXPECT_EQ(step.to, AnswerValue(Ids{"a"}));
  EXPECT_EQ(step.overall_gain, 40);
}

TEST(Steps, LiftACapThatAnOptionWithoutPointsBrings) {
  const Scorer scorer = scorer_of(
      R"([{"id":"q","ask":"?","type":"choices","options":[{"id":"plan","title":"Plan","score":1},
          {"id":"harm","title":"Harm","score":0}]}])",
      R"([{"id":"g","when":{"question":"c.q","includes":"harm"},"cap":{"d":20},"message":"Harm"}])");
  const Advice step =
      advice_on(assess(scorer, {{"c.q", answer_with("checked", Ids{"plan", "harm"})}}), AdviceKind::raise);
  EXPECT_EQ(step.to, AnswerValue(Ids{"plan"}));
  EXPECT_EQ(step.overall_gain, 80);
}

TEST(Steps, LiftACapThatAnUnscoredAnswerBrings) {
  const Scorer scorer = scorer_of(
      R"([{"id":"q","ask":"?","type":"choice","options":[{"id":"barred","title":"Barred"},{"id":"free","title":"Free"}]},
          {"id":"x","ask":"?","type":"yes_no"}])",
      R"([{"id":"g","when":{"question":"c.q","is":"barred"},"cap":{"d":20},"message":"Barred"}])");
  const Assessment a =
      assess(scorer, {{"c.q", answer_with("checked", "barred")}, {"c.x", answer_with("checked", true)}});
  const Advice step = advice_on(a, AdviceKind::raise);
  EXPECT_EQ(step.to, AnswerValue("free"));
  EXPECT_EQ(step.overall_gain, 80);
}

TEST(Steps, GoAsFarAsACapMakesThem) {
  const Scorer scorer = scorer_of(
      R"([{"id":"q","ask":"?","type":"scale","levels":[{"value":0,"title":"0"},{"value":1,"title":"1"},
          {"value":2,"title":"2"},{"value":3,"title":"3"}]},{"id":"x","ask":"?","type":"yes_no"}])",
      R"([{"id":"g","when":{"question":"c.q","at_most":1},"cap":{"d":20},"message":"Little"}])");
  const Assessment a =
      assess(scorer, {{"c.q", answer_with("checked", 0.0)}, {"c.x", answer_with("checked", true)}});
  EXPECT_EQ(advice_on(a, AdviceKind::raise).to, AnswerValue(2.0));
}

TEST(Steps, OfANumberAreNoJumps) {
  const Scorer percent = scorer_of(R"([{"id":"q","ask":"?","type":"number","min":0,"max":100,
      "points":[[0,0],[100,1]]}])");
  const Scorer years = scorer_of(R"([{"id":"q","ask":"?","type":"number","min":0,"points":[[0,0],[3,1]]}])");
  const auto next = [](const Scorer& scorer, double today) {
    return advice_on(assess(scorer, {{"c.q", answer_with("checked", today)}}), AdviceKind::raise).to;
  };
  EXPECT_EQ(next(percent, 0), AnswerValue(10.0));
  EXPECT_EQ(next(percent, 60), AnswerValue(70.0));
  EXPECT_EQ(next(percent, 69), AnswerValue(80.0)) << "70 would be no step worth the name";
  EXPECT_EQ(next(percent, 98), AnswerValue(100.0));
  EXPECT_EQ(next(years, 1), AnswerValue(2.0)) << "no one has 1.2 years when whole ones are meant";
}

TEST(BetterEvidence, IsTheNextLevelThatRaisesAScore) {
  const Scorer scorer = scorer_of(R"([{"id":"q","ask":"?","type":"yes_no","evidence_hint":"Minutes."}])");
  const Advice said = advice_on(assess(scorer, {{"c.q", answer_with("said", true)}}), AdviceKind::document);
  EXPECT_EQ(said.to, AnswerValue("shown"));
  EXPECT_EQ(said.text.in("en", "en"), "Minutes.");
  EXPECT_EQ(said.overall_gain, 25);
}

TEST(BetterEvidence, AsksForNoDocumentThatIsThere) {
  const Scorer scorer = scorer_of(R"([{"id":"q","ask":"?","type":"yes_no","evidence_hint":"Minutes."}])");
  const Advice shown = advice_on(assess(scorer, {{"c.q", answer_with("shown", true)}}), AdviceKind::document);
  EXPECT_EQ(shown.to, AnswerValue("checked"));
  EXPECT_TRUE(shown.text.empty());
}

}  // namespace
}  // namespace ibtikar::test
