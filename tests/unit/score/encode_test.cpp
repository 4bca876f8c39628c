// What a scorer says of a proposal that does not quite fit its rubric.
#include <gtest/gtest.h>

#include "ibtikar/scorer.h"
#include "support/small_rubric.h"

namespace ibtikar::test {
namespace {

constexpr const char* kTwoQuestions =
    R"([{"id":"q","ask":"?","type":"yes_no"},
        {"id":"more","ask":"?","type":"yes_no","when":{"question":"c.q","is":true}}])";

/// What was said of it, and the sheet.
struct Encoded {
  Diagnostics warnings;
  Checked<AnswerSheet> sheet;
};

Encoded encoded(const Proposal& proposal, const EncodeOptions& options = {}) {
  const Scorer scorer(small_rubric(kTwoQuestions));
  Diagnostics warnings;
  Checked<AnswerSheet> sheet = scorer.encode(proposal, options, warnings);
  return {std::move(warnings), std::move(sheet)};
}

Proposal proposal_with(std::vector<std::pair<std::string, Answer>> answers) {
  Proposal proposal;
  proposal.answers = std::move(answers);
  return proposal;
}

TEST(Encode, WarnsOfAQuestionThatTheRubricLacks) {
  const Encoded it = encoded(proposal_with({{"c.mor", answer_with("said", true)}}));
  ASSERT_TRUE(it.sheet);
  ASSERT_EQ(it.warnings.size(), 1U);
  EXPECT_EQ(it.warnings[0].code, "unknown-question");
  EXPECT_EQ(it.warnings[0].pointer, "/answers/c.mor");
  EXPECT_TRUE(it.warnings[0].at_member) << "the name is wrong, not the answer";
  EXPECT_NE(it.warnings[0].message.english().find("\"c.more\""), std::string::npos);
}

TEST(Encode, SuggestsNamesForTheWarningsThatAreShown) {
  const Encoded it = encoded(
      proposal_with(std::vector<std::pair<std::string, Answer>>(kMaxDiagnostics + 1, {"c.mor", Answer{}})));
  ASSERT_EQ(it.warnings.size(), kMaxDiagnostics + 1);
  const auto has_suggestion = [&](std::size_t number) {
    return it.warnings[number].message.english().find("\"c.more\"") != std::string::npos;
  };
  EXPECT_TRUE(has_suggestion(kMaxDiagnostics - 1));
  EXPECT_FALSE(has_suggestion(kMaxDiagnostics));
}

TEST(Encode, RefusesAnAnswerThatDoesNotFit) {
  const Encoded it = encoded(proposal_with({{"c.q", answer_with("said", 5.0)}}));
  ASSERT_FALSE(it.sheet);
  ASSERT_EQ(it.sheet.error().size(), 1U);
  EXPECT_EQ(it.sheet.error()[0].severity, Severity::error);
  EXPECT_EQ(it.sheet.error()[0].pointer, "/answers/c.q/value");
  EXPECT_TRUE(it.warnings.empty());
}

TEST(Encode, TakesItAsOpenIfToldToBeLenient) {
  EncodeOptions lenient;
  lenient.lenient = true;
  const Encoded it = encoded(proposal_with({{"c.q", answer_with("said", 5.0)}}), lenient);
  ASSERT_TRUE(it.sheet);
  EXPECT_EQ(it.sheet->cells[0].state, CellState::unanswered);
  ASSERT_EQ(it.warnings.size(), 1U);
  EXPECT_EQ(it.warnings[0].severity, Severity::warning);
  EXPECT_EQ(it.warnings[0].pointer, "/answers/c.q/value");
  EXPECT_NE(it.warnings[0].message.english().find("taken as unanswered"), std::string::npos);
}

TEST(Encode, WarnsOfAnAnswerThatIsHidden) {
  const Encoded hidden =
      encoded(proposal_with({{"c.q", answer_with("said", false)}, {"c.more", answer_with("said", true)}}));
  ASSERT_TRUE(hidden.sheet);
  ASSERT_EQ(hidden.warnings.size(), 1U);
  EXPECT_TRUE(hidden.warnings[0].is(Code::hidden_answer));
  EXPECT_EQ(hidden.warnings[0].pointer, "/answers/c.more");
  const Encoded shown =
      encoded(proposal_with({{"c.q", answer_with("said", true)}, {"c.more", answer_with("said", true)}}));
  EXPECT_TRUE(shown.warnings.empty());
  EXPECT_TRUE(encoded(proposal_with({{"c.q", answer_with("said", false)}})).warnings.empty())
      << "nothing was answered that is hidden";
}

TEST(Encode, RefusesAProposalForAnotherRubric) {
  Proposal proposal;
  proposal.rubric = {"other", "1"};
  const Encoded refused = encoded(proposal);
  ASSERT_FALSE(refused.sheet);
  EXPECT_EQ(refused.sheet.error()[0].code, "other-rubric");
  EncodeOptions by_hand;
  by_hand.rubric_by_hand = true;
  const Encoded accepted = encoded(proposal, by_hand);
  ASSERT_TRUE(accepted.sheet);
  ASSERT_EQ(accepted.warnings.size(), 1U);
  EXPECT_EQ(accepted.warnings[0].code, "other-rubric");
}

TEST(Encode, RefusesAnotherMajorVersionAndWarnsOfAMinorOne) {
  Proposal proposal;
  proposal.rubric = {"r", "2"};
  const Encoded major = encoded(proposal);
  ASSERT_FALSE(major.sheet);
  EXPECT_EQ(major.sheet.error()[0].code, "rubric-major");
  proposal.rubric.version = "1.1";
  const Encoded minor = encoded(proposal);
  ASSERT_TRUE(minor.sheet);
  ASSERT_EQ(minor.warnings.size(), 1U);
  EXPECT_EQ(minor.warnings[0].code, "rubric-version");
  proposal.rubric.version = "1";
  EXPECT_TRUE(encoded(proposal).warnings.empty());
}

}  // namespace
}  // namespace ibtikar::test
