// What an assessment carries besides its scores, and what an outlook calls urgent.
#include <gtest/gtest.h>

#include <algorithm>

#include "ibtikar/scorer.h"
#include "support/assessed.h"
#include "support/garden_rubric.h"
#include "support/small_rubric.h"

namespace ibtikar::test {
namespace {

using Answers = std::vector<std::pair<std::string, Answer>>;

Assessment assessment_of(const Rubric& rubric, const Answers& answers) {
  Proposal proposal;
  proposal.answers = answers;
  return assessed(Scorer(rubric), proposal);
}

const QuestionResult& result_of(const Assessment& assessment, const std::string& id) {
  return *std::ranges::find(assessment.questions, id, &QuestionResult::id);
}

TEST(Assessment, SaysWhatItsQuestionsAndDimensionsAsk) {
  const Assessment a = assessment_of(garden_rubric(), {});
  EXPECT_EQ(result_of(a, "run.hours").unit.in("en"), "hours");
  EXPECT_EQ(result_of(a, "goal.written").level_count, 3U);
  EXPECT_EQ(result_of(a, "goal.exists").level_count, 0U);
  const Rubric asking = rubric_of(
      R"({"format":"ibtikar-rubric/1","id":"r","version":"1","title":"R","languages":["en"],
          "bands":[{"id":"low","from":0,"title":"Low"}],
          "dimensions":[{"id":"d","title":"D","asks":"Will it last?"}],
          "sections":[{"id":"s","title":"S","criteria":[{"id":"c","title":"C","contributes":{"d":1},
            "questions":[{"id":"q","ask":"?","type":"yes_no"}]}]}]})");
  EXPECT_EQ(assessment_of(asking, {}).dimensions[0].asks.in("en"), "Will it last?");
}

TEST(Assessment, NamesTickedOptionsInEachLanguage) {
  const Rubric rubric = garden_rubric();
  const Assessment two = assessment_of(
      rubric, {{"people.tools", answer_with("measured", std::vector<std::string>{"spade", "cart"})}});
  EXPECT_EQ(result_of(two, "people.tools").answer,
            (LocalizedText{{{"en", "Spades, A cart"}, {"ar", "مجارف، عربة"}}}));
  const Assessment none =
      assessment_of(rubric, {{"people.tools", answer_with("measured", std::vector<std::string>{})}});
  EXPECT_TRUE(result_of(none, "people.tools").answer.empty());
}

TEST(Assessment, CountsTheWarningsThatWereLeftOut) {
  const Scorer scorer(small_rubric(R"([{"id":"q","ask":"?","type":"yes_no"}])"));
  Diagnostics warnings;
  const Checked<AnswerSheet> sheet = scorer.encode({}, {}, warnings);
  ASSERT_TRUE(sheet);
  EXPECT_EQ(scorer.assess({}, *sheet, warnings).warnings_left_out, 0U);
  warnings.push_back(warning_at("/answers/x", "unknown-question", Message()));
  warnings.leave_out(Severity::warning, "unknown-question", 7);
  const Assessment a = scorer.assess({}, *sheet, warnings);
  EXPECT_EQ(a.warnings.size(), 1U);
  EXPECT_EQ(a.warnings_left_out, 7U);
}

TEST(Assessment, StatesTheEffortAndTheWordsOfAStep) {
  const Assessment a = assessment_of(
      small_rubric(R"([{"id":"q","ask":"?","type":"yes_no","effort":2.5,"advice":"Write it down."}])"),
      {{"c.q", answer_with("checked", false)}});
  ASSERT_EQ(a.advice.size(), 1U);
  EXPECT_EQ(a.advice[0].effort, 2.5);
  EXPECT_EQ(a.advice[0].text.in("en"), "Write it down.");
}

TEST(Outlook, CallsOpenQuestionsUrgentThatMayDecideAGate) {
  const Scorer scorer(small_rubric(
      R"([{"id":"q","ask":"?","type":"yes_no"},{"id":"x","ask":"?","type":"yes_no"},{"id":"y","ask":"?","type":"yes_no"}])",
      R"([{"id":"g","when":{"all":[{"question":"c.q","is":true},{"question":"c.x","is":false}]},
           "cap":{"d":20},"message":"Harm"}])"));
  const auto urgent = [&](const Answers& answers) {
    Proposal proposal;
    proposal.answers = answers;
    Diagnostics warnings;
    return scorer.outlook(scorer.encode(proposal, {}, warnings).value()).urgent;
  };
  using Flags = std::vector<bool>;
  EXPECT_EQ(urgent({}), (Flags{true, true, false}));
  EXPECT_EQ(urgent({{"c.q", answer_with("said", true)}}), (Flags{false, true, false}));
  EXPECT_EQ(urgent({{"c.q", answer_with("said", false)}}), (Flags{false, false, false}))
      << "the gate is clear";
}

TEST(Outlook, CallsOpenQuestionsUrgentThatMayDecideABand) {
  const Scorer scorer(rubric_of(
      R"({"format":"ibtikar-rubric/1","id":"r","version":"1","title":"R","languages":["en"],
          "bands":[{"id":"low","from":0,"title":"Low"},
            {"id":"high","from":70,"title":"High","when":{"question":"c.x","is":true},"message":"X is missing"}],
          "dimensions":[{"id":"d","title":"D"}],
          "sections":[{"id":"s","title":"S","criteria":[{"id":"c","title":"C","contributes":{"d":1},
            "questions":[{"id":"q","ask":"?","type":"yes_no"},{"id":"x","ask":"?","type":"yes_no"}]}]}]})"));
  Diagnostics warnings;
  EXPECT_EQ(scorer.outlook(scorer.encode({}, {}, warnings).value()).urgent, (std::vector<bool>{false, true}));
}

TEST(Credit, FollowsTheDimensionThatACriterionCountsIn) {
  // Evidence lowers what a bare claim earns. Where lower is better it raises it, so a weight of 0 must not
  // decide.
  const Rubric rubric = rubric_of(
      R"({"format":"ibtikar-rubric/1","id":"r","version":"1","title":"R","languages":["en"],
          "bands":[{"id":"low","from":0,"title":"Low"}],
          "evidence":{"default":"said","levels":[{"id":"said","margin":0.25,"ceiling":0.75,"title":"Said"}]},
          "dimensions":[{"id":"d","title":"D"},{"id":"harm","title":"Harm","better":"lower","weight":0}],
          "sections":[{"id":"s","title":"S","criteria":[
            {"id":"c","title":"C","contributes":{"harm":0,"d":1},"questions":[{"id":"q","ask":"?","type":"yes_no"}]},
            {"id":"h","title":"H","contributes":{"harm":1},"questions":[{"id":"q","ask":"?","type":"yes_no"}]}]}]})");
  const Assessment a =
      assessment_of(rubric, {{"c.q", answer_with("said", true)}, {"h.q", answer_with("said", false)}});
  EXPECT_EQ(a.dimensions[0].measure.score, 75);
  EXPECT_EQ(a.dimensions[1].measure.score, 25);
}

TEST(Credit, OfAGroupWithoutWeightDoesNotCount) {
  const Rubric rubric = rubric_of(
      R"({"format":"ibtikar-rubric/1","id":"r","version":"1","title":"R","languages":["en"],
          "bands":[{"id":"low","from":0,"title":"Low"}],"dimensions":[{"id":"d","title":"D"}],
          "sections":[{"id":"s","title":"S","criteria":[{"id":"c","title":"C","contributes":{"d":1},
            "groups":[{"id":"idle","title":"Idle","weight":0},{"id":"busy","title":"Busy"}],
            "combine":"minimum","questions":[{"id":"q","ask":"?","type":"yes_no","group":"idle"},
              {"id":"x","ask":"?","type":"yes_no","group":"busy"}]}]}]})");
  const Assessment a =
      assessment_of(rubric, {{"c.q", answer_with("", false)}, {"c.x", answer_with("", true)}});
  EXPECT_EQ(a.overall.measure.score, 100);
}

TEST(Credit, OfAnOpenQuestionIsNothing) {
  const Rubric rubric = rubric_of(
      R"({"format":"ibtikar-rubric/1","id":"r","version":"1","title":"R","languages":["en"],
          "overall":{"combine":"arithmetic_mean","better":"lower"},"bands":[{"id":"low","from":0,"title":"Low"}],
          "evidence":{"default":"said","levels":[{"id":"said","margin":0.25,"ceiling":0.75,"title":"Said"}]},
          "dimensions":[{"id":"harm","title":"Harm","better":"lower"}],
          "sections":[{"id":"s","title":"S","criteria":[{"id":"c","title":"C","contributes":{"harm":1},
            "questions":[{"id":"q","ask":"?","type":"yes_no"}]}]}]})");
  const Scorer scorer(rubric);
  RowScorer rows(scorer);
  AnswerSheet sheet;
  sheet.cells.resize(1);
  EXPECT_EQ(rows.score(sheet).questions[0], (RowQuestion{RowQuestion::State::open, 0}));
  sheet.cells[0].state = CellState::answered;
  EXPECT_EQ(rows.score(sheet).questions[0], (RowQuestion{RowQuestion::State::answered, 0.25}))
      << "a bare claim that there is no harm still leaves some";
}

/// An open question keeps the criterion in place, but its only answer may yet be hidden, and with it the
/// score.
TEST(Bounds, HoldNothingBackWhileTheOnlyAnswerMayBeHidden) {
  const Rubric rubric = rubric_of(
      R"({"format":"ibtikar-rubric/1","id":"r","version":"1","title":"R","languages":["en"],
          "bands":[{"id":"low","from":0,"title":"Low"}],
          "dimensions":[{"id":"d","title":"D","combine":"sum","start":0.5,"limit":1}],
          "sections":[{"id":"s","title":"S","criteria":[{"id":"c","title":"C","contributes":{"d":1},"questions":[
            {"id":"asks","ask":"?","type":"yes_no","weight":0},
            {"id":"q","ask":"?","type":"yes_no","when":{"question":"c.asks","is":true}},
            {"id":"open","ask":"?","type":"yes_no"}]}]}]})");
  const Assessment hidden = assessment_of(rubric, {{"c.q", answer_with("", false)}});
  EXPECT_EQ(hidden.dimensions[0].measure.score, 50);
  EXPECT_EQ(hidden.dimensions[0].measure.low, 0);
  const Assessment shown =
      assessment_of(rubric, {{"c.asks", answer_with("", true)}, {"c.q", answer_with("", false)}});
  EXPECT_EQ(shown.dimensions[0].measure.low, 50);
}

}  // namespace
}  // namespace ibtikar::test
