// What the interview shows: golden files, in two languages and two widths.
#include "cli/ask/question_text.h"

#include <bit>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "base/safe_text.h"
#include "base/utf8.h"
#include "support/garden_rubric.h"
#include "support/golden.h"

namespace ibtikar::cli {
namespace {

/// Everything that is shown while these lines are typed.
std::string shown(const Rubric& rubric, const QuestionText& screen, const std::vector<std::string>& lines) {
  Interview interview(rubric, {});
  std::string out = screen.opening("garden.json", true, interview.progress());
  for (const std::string& line : lines) {
    const std::size_t number = interview.at_hand().value_or(0);
    out += screen.question(interview) + "> " + visible(line) + "\n";
    const Reply reply = parse_reply(rubric, number, line);
    const Effect effect = interview.take(reply);
    if (const auto* misreading = std::get_if<ParseError>(&reply))
      out += screen.lines(screen.explain(*misreading, number));
    if (std::holds_alternative<HelpReply>(reply)) out += screen.help(number);
    if (effect == Effect::changed) out += screen.saved(interview, number);
  }
  return out + screen.opening("garden.json", false, interview.progress());
}

const std::vector<std::string> kTour = {"",       "?",     "3 @2 # Minutes, محضر",
                                        "<",      "",      "9",
                                        "school", "1 7",   "1 1",
                                        "1 3",    "1,250", "50",
                                        "lots",   "12,5",  "perhaps",
                                        "n # ok", "?",     "Oui",
                                        "y @zz",  "n/a",   "# told by a driver",
                                        "@meas",  "\x1b",  "It grew."};

struct Look {
  const char* name;
  const char* language;
  std::size_t columns;
  friend void PrintTo(const Look& look, std::ostream* out) { *out << look.name; }
};

class AskScreenLook : public testing::TestWithParam<Look> {};

TEST_P(AskScreenLook, IsAsApproved) {
  const Rubric rubric = test::garden_rubric();
  const QuestionText screen(rubric, GetParam().language, GetParam().columns, false);
  test::expect_golden(std::string("ask/") + GetParam().name + ".approved.txt", shown(rubric, screen, kTour));
}

TEST_P(AskScreenLook, FitsItsWidth) {
  const Rubric rubric = test::garden_rubric();
  for (const std::size_t columns : {0U, 1U, 20U, 23U, 40U, 77U, 120U, 1000U}) {
    const QuestionText screen(rubric, GetParam().language, columns, false);
    const std::string text = shown(rubric, screen, {"", "?", "3 @2 # noted", "1", "1 2", "9999"});
    const std::size_t limit = columns < 20 ? 20 : columns > 120 ? 120 : columns;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = text.find('\n', at);
      EXPECT_LE(display_width(std::string_view(text).substr(at, end - at)), limit)
          << columns << text.substr(at, end - at);
      at = end + 1;
    }
  }
}

const Look kLooks[] = {{"EnglishWide", "en", 80},
                       {"EnglishNarrow", "en", 40},
                       {"ArabicWide", "ar-EG", 80},
                       {"ArabicNarrow", "ar", 40}};
INSTANTIATE_TEST_SUITE_P(Looks, AskScreenLook, testing::ValuesIn(kLooks),
                         [](const testing::TestParamInfo<Look>& info) {
                           return std::string(info.param.name);
                         });

TEST(QuestionText, TellsAnAnswerThatDoesNotFit) {
  const Rubric rubric = test::garden_rubric();
  Proposal proposal;
  proposal.answers = {{"goal.exists", {7.0, false, {}, "what is this", {}}}};
  const QuestionText screen(rubric, "en", 80, false);
  EXPECT_EQ(screen.question(Interview(rubric, proposal)), R"(
Section 1 of 2, question 1 of 8
Ground: Goal

Is there a goal?
  1  Yes
  2  No
The file has an answer that does not fit this question; it stays until you give
another. · Note: what is this
Enter skips · < back · ? help · @ evidence · # note · q stops
)");
}

TEST(QuestionText, WhatAFileSaysCannotTouchTheTerminal) {
  const Rubric rubric = test::garden_rubric();
  Proposal proposal;
  proposal.answers = {{"goal.exists", {true, false, {}, "\x1b]0;x\x07\n\u202Eyes\u009B1m", {}}}};
  Interview interview(rubric, proposal);
  interview.take(BackReply{});
  const std::string text = QuestionText(rubric, "en", 80, false).question(interview);
  EXPECT_NE(text.find("Answer so far: Yes · Note: ]0;x yes1m"), std::string::npos) << text;
}

TEST(QuestionText, ColorOnlyWhenWanted) {
  const Rubric rubric = test::garden_rubric();
  const Interview interview(rubric, {});
  EXPECT_EQ(QuestionText(rubric, "en", 80, false).question(interview).find('\x1b'), std::string::npos);
  EXPECT_NE(QuestionText(rubric, "en", 80, true).question(interview).find("\x1b[1mIs there a goal?"),
            std::string::npos);
}

/// "{0}", "{1}" and so on in a pattern.
std::set<std::string> places(std::string_view pattern) {
  std::set<std::string> found;
  for (std::size_t at = pattern.find('{'); at != std::string_view::npos; at = pattern.find('{', at + 1))
    found.emplace(pattern.substr(at, 3));
  return found;
}

TEST(AskWords, BothLanguagesSayTheSameThings) {
  constexpr std::size_t kPhrases = sizeof(AskWords) / sizeof(std::string_view);
  const auto english = std::bit_cast<std::array<std::string_view, kPhrases>>(ask_words("en"));
  const auto arabic = std::bit_cast<std::array<std::string_view, kPhrases>>(ask_words("ar-MA"));
  for (std::size_t i = 0; i < kPhrases; ++i) {
    EXPECT_FALSE(english[i].empty()) << "phrase " << i << " before: " << arabic[i];
    EXPECT_FALSE(arabic[i].empty()) << english[i];
    EXPECT_EQ(places(english[i]), places(arabic[i])) << english[i];
    EXPECT_NE(english[i], arabic[i]);
  }
}

TEST(AskWords, OtherLanguagesGetEnglishWords) {
  EXPECT_EQ(ask_words("fr").yes, "Yes");
  EXPECT_EQ(ask_words("").yes, "Yes");
  EXPECT_EQ(ask_words("ar").yes, "نعم");
}

TEST(AskWords, PlacesAreFilledInAnyOrder) {
  EXPECT_EQ(filled("{1} of {0}, {2}.", {"a", "b"}), "b of a, .");
  EXPECT_EQ(filled("{} {x} {", {"a"}), "{}  {");
}

}  // namespace
}  // namespace ibtikar::cli
