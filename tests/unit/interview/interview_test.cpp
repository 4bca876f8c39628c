// The interview as a state machine: what is asked, in which order, and what is kept.
#include "ibtikar/interview.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/garden_rubric.h"

namespace ibtikar {
namespace {

constexpr std::size_t kExists = 0, kWritten = 1, kWho = 2, kTools = 3, kHours = 4, kWaste = 5, kFence = 6,
                      kStory = 7;

Answer stated(AnswerValue value) { return {std::move(value), false, {}, {}, {}}; }

class InterviewTest : public testing::Test {
 protected:
  Interview going_on_with(std::vector<std::pair<std::string, Answer>> answers) {
    Proposal proposal;
    proposal.answers = std::move(answers);
    return Interview(rubric_, std::move(proposal));
  }

  Effect type(Interview& interview, std::string_view line) {
    return interview.take(parse_reply(rubric_, interview.at_hand().value_or(0), line));
  }

  /// Types a line a question until none is at hand; gives the questions that were asked.
  std::vector<std::size_t> asked(Interview& interview, const std::string& line) {
    std::vector<std::size_t> numbers;
    while (interview.at_hand()) {
      numbers.push_back(*interview.at_hand());
      type(interview, line);
    }
    return numbers;
  }

  const Rubric rubric_ = test::garden_rubric();
};

using Numbers = std::vector<std::size_t>;

TEST_F(InterviewTest, AsksEveryQuestionInTheRubricsOrder) {
  Interview interview = going_on_with({});
  EXPECT_EQ(asked(interview, ""), (Numbers{kExists, kWritten, kWho, kTools, kHours, kWaste, kFence, kStory}));
}

TEST_F(InterviewTest, AnswersAreKeptUnderFullIdsInTheOrderGiven) {
  Interview interview = going_on_with({});
  EXPECT_EQ(type(interview, "yes"), Effect::changed);
  EXPECT_EQ(type(interview, "3 @measured # minutes"), Effect::changed);
  const std::vector<std::pair<std::string, Answer>> expected = {
      {"goal.exists", stated(true)}, {"goal.written", {3.0, false, "measured", "minutes", {}}}};
  EXPECT_EQ(interview.proposal().answers, expected);
  EXPECT_EQ(interview.at_hand(), kWho);
}

TEST_F(InterviewTest, GoesOnWithOpenQuestionsOnly) {
  Interview interview = going_on_with({{"goal.exists", stated(true)},
                                       {"goal.written", stated(1.0)},
                                       {"run.hours", stated(12.0)},
                                       {"run.waste", {std::monostate{}, true, {}, {}, {}}},
                                       {"people.who", stated(std::monostate{})}});
  EXPECT_EQ(asked(interview, ""), (Numbers{kWho, kTools, kFence, kStory}));
}

TEST_F(InterviewTest, HiddenQuestionsAreNotAsked) {
  Interview interview = going_on_with({});
  type(interview, "no");
  EXPECT_EQ(interview.at_hand(), kWho);
  EXPECT_EQ(interview.progress().total, 7U);
  EXPECT_EQ(interview.progress().position, 2U);
}

TEST_F(InterviewTest, QuestionOfAnUnknownConditionIsAskedAndMayNotApply) {
  Interview interview = going_on_with({});
  EXPECT_FALSE(interview.may_not_apply(kExists));
  type(interview, "");
  EXPECT_EQ(interview.at_hand(), kWritten);
  EXPECT_TRUE(interview.may_not_apply(kWritten));
  type(interview, "<");
  type(interview, "yes");
  EXPECT_FALSE(interview.may_not_apply(kWritten));
}

TEST_F(InterviewTest, SkippedQuestionsAreNotAskedAgainInThisSitting) {
  Interview interview = going_on_with({{"run.story", stated("long")}});
  asked(interview, "");
  EXPECT_EQ(interview.at_hand(), std::nullopt);
  Interview later = going_on_with(interview.proposal().answers);
  EXPECT_EQ(later.at_hand(), kExists);
}

TEST_F(InterviewTest, BackShowsAnsweredQuestionsAndEnterKeepsThem) {
  Interview interview = going_on_with({});
  type(interview, "yes");
  type(interview, "3");
  EXPECT_EQ(type(interview, "<"), Effect::moved);
  EXPECT_EQ(interview.at_hand(), kWritten);
  EXPECT_EQ(type(interview, "<"), Effect::moved);
  EXPECT_EQ(interview.at_hand(), kExists);
  const Proposal before = interview.proposal();
  EXPECT_EQ(type(interview, ""), Effect::moved);
  EXPECT_EQ(interview.at_hand(), kWho);
  EXPECT_EQ(interview.proposal(), before);
}

TEST_F(InterviewTest, BackAlsoReachesAnswersOfAnEarlierSitting) {
  Interview interview = going_on_with({{"goal.exists", stated(false)}});
  EXPECT_EQ(interview.at_hand(), kWho);
  EXPECT_EQ(type(interview, "<"), Effect::moved);
  EXPECT_EQ(interview.at_hand(), kExists) << "goal.written is hidden";
}

TEST_F(InterviewTest, BackAtTheFirstQuestionStays) {
  Interview interview = going_on_with({});
  EXPECT_EQ(type(interview, "<"), Effect::stayed);
  EXPECT_EQ(interview.at_hand(), kExists);
}

TEST_F(InterviewTest, BackWorksWhenNothingIsOpenAnyMore) {
  Interview interview = going_on_with({});
  asked(interview, "");
  EXPECT_EQ(interview.take(BackReply{}), Effect::moved);
  EXPECT_EQ(interview.at_hand(), kStory);
}

TEST_F(InterviewTest, GoesToAPositionAmongShownQuestions) {
  Interview interview = going_on_with({{"goal.exists", stated(false)}});
  EXPECT_EQ(interview.take(BackReply{4}), Effect::moved);
  EXPECT_EQ(interview.at_hand(), kHours) << "goal.written is hidden and has no position";
  EXPECT_EQ(interview.progress().position, 4U);
  EXPECT_EQ(interview.take(BackReply{8}), Effect::refused);
  EXPECT_EQ(interview.take(BackReply{0}), Effect::refused);
  EXPECT_EQ(interview.at_hand(), kHours);
}

TEST_F(InterviewTest, QuestionsLeftBehindAreAskedAfterTheLast) {
  Interview interview = going_on_with({});
  interview.take(BackReply{7});
  EXPECT_EQ(asked(interview, ""), (Numbers{kFence, kStory, kExists, kWritten, kWho, kTools, kHours, kWaste}));
}

TEST_F(InterviewTest, ChangingAnAnswerThatHidesOthersKeepsThem) {
  Interview interview = going_on_with({{"goal.exists", stated(true)}, {"goal.written", stated(2.0)}});
  type(interview, "<1");
  EXPECT_EQ(type(interview, "no"), Effect::changed);
  EXPECT_EQ(interview.progress().total, 7U);
  EXPECT_EQ(interview.progress().answered, 1U);
  ASSERT_NE(interview.answer(kWritten), nullptr);
  EXPECT_EQ(*interview.answer(kWritten), stated(2.0));
  type(interview, "<1");
  type(interview, "yes");
  EXPECT_EQ(interview.progress().answered, 2U) << "the answer counts again";
  EXPECT_EQ(interview.at_hand(), kWho) << "and is not asked for again";
}

TEST_F(InterviewTest, OpeningAQuestionByAChangeAsksIt) {
  Interview interview = going_on_with({{"goal.exists", stated(false)}});
  type(interview, "<");
  type(interview, "yes");
  EXPECT_EQ(interview.at_hand(), kWritten);
}

TEST_F(InterviewTest, DoesNotApplyIsAnAnswer) {
  Interview interview = going_on_with({});
  interview.take(BackReply{6});
  EXPECT_EQ(type(interview, "n @measured # burnt"), Effect::changed);
  ASSERT_NE(interview.answer(kWaste), nullptr);
  EXPECT_EQ(*interview.answer(kWaste), (Answer{std::monostate{}, true, {}, "burnt", {}}))
      << "evidence of nothing";
  EXPECT_TRUE(interview.is_answered(kWaste));
  EXPECT_EQ(interview.at_hand(), kFence);
}

TEST_F(InterviewTest, RemarkAloneIsKeptAtOnceAndTheQuestionStays) {
  Interview interview = going_on_with({});
  EXPECT_EQ(type(interview, "# ask the board"), Effect::changed);
  EXPECT_EQ(type(interview, "@doc"), Effect::changed);
  EXPECT_EQ(interview.at_hand(), kExists);
  EXPECT_FALSE(interview.is_answered(kExists));
  EXPECT_EQ(*interview.answer(kExists), (Answer{std::monostate{}, false, "documented", "ask the board", {}}));
  type(interview, "yes");
  EXPECT_EQ(*interview.answer(kExists), (Answer{true, false, "documented", "ask the board", {}}));
}

TEST_F(InterviewTest, RemarkOnAnAnsweredQuestionKeepsTheAnswer) {
  Interview interview = going_on_with({{"goal.exists", stated(true)}});
  type(interview, "<");
  EXPECT_EQ(type(interview, "# seen"), Effect::changed);
  EXPECT_EQ(interview.at_hand(), kExists);
  EXPECT_EQ(*interview.answer(kExists), (Answer{true, false, {}, "seen", {}}));
}

TEST_F(InterviewTest, ANewAnswerKeepsNoteAndLinks) {
  Interview interview = going_on_with({{"goal.exists", {true, false, "measured", "seen", {"a.pdf"}}}});
  type(interview, "<");
  type(interview, "no");
  EXPECT_EQ(*interview.answer(kExists), (Answer{false, false, "measured", "seen", {"a.pdf"}}));
}

TEST_F(InterviewTest, EmptyNoteTakesTheNoteAway) {
  Interview interview = going_on_with({{"goal.exists", {true, false, {}, "seen", {}}}});
  type(interview, "<");
  type(interview, "#");
  EXPECT_EQ(*interview.answer(kExists), stated(true));
}

TEST_F(InterviewTest, AnswersThatDoNotFitAreKeptAndAskedAgain) {
  Interview interview = going_on_with({{"goal.exists", stated(7.0)},
                                       {"old.question", stated("x")},
                                       {"goal.written", {1.0, false, "rumour", "n", {}}}});
  EXPECT_EQ(interview.at_hand(), kExists);
  EXPECT_EQ(*interview.answer(kExists), stated(7.0));
  type(interview, "# what was that?");
  EXPECT_EQ(*interview.answer(kExists), (Answer{7.0, false, {}, "what was that?", {}}));
  type(interview, "yes");
  EXPECT_EQ(interview.at_hand(), kWritten);
  type(interview, "2");
  EXPECT_EQ(*interview.answer(kWritten), (Answer{2.0, false, {}, "n", {}}))
      << "its evidence level is not known";
  EXPECT_EQ(interview.proposal().answers[1], (std::pair<std::string, Answer>{"old.question", stated("x")}));
}

TEST_F(InterviewTest, RefusesAnAnswerThatDoesNotFit) {
  Interview interview = going_on_with({});
  EXPECT_EQ(interview.take(AnswerReply{"perhaps", false, {}, {}}), Effect::refused);
  EXPECT_EQ(interview.take(AnswerReply{std::monostate{}, true, {}, {}}), Effect::refused);
  EXPECT_EQ(interview.proposal(), Proposal{});
  EXPECT_EQ(interview.at_hand(), kExists);
}

TEST_F(InterviewTest, HelpMisreadingAndStopChangeNothing) {
  Interview interview = going_on_with({});
  EXPECT_EQ(type(interview, "?"), Effect::stayed);
  EXPECT_EQ(type(interview, "perhaps"), Effect::stayed);
  EXPECT_EQ(type(interview, "q"), Effect::stopped);
  EXPECT_EQ(interview.proposal(), Proposal{});
  EXPECT_EQ(interview.at_hand(), kExists);
}

TEST_F(InterviewTest, NothingIsAtHandWhenAllIsAnswered) {
  Interview interview = going_on_with({});
  for (const char* line : {"y", "3", "1", "1 2", "20", "n", "y", "long"}) {
    ASSERT_TRUE(interview.at_hand());
    EXPECT_EQ(type(interview, line), Effect::changed) << line;
  }
  EXPECT_EQ(interview.at_hand(), std::nullopt);
  EXPECT_EQ(interview.progress().answered, 8U);
  EXPECT_EQ(interview.progress().position, 0U);
  EXPECT_EQ(type(interview, "y"), Effect::refused);
  EXPECT_EQ(type(interview, ""), Effect::refused);
}

}  // namespace
}  // namespace ibtikar
