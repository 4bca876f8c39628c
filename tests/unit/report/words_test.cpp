// The words of reports: complete in both languages, and put together without turning one another around.
#include "words/report_words.h"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "base/direction.h"
#include "base/utf8.h"

namespace ibtikar {
namespace {

/// The places of a phrase: "{0}", "{1}".
std::multiset<char> places_of(std::string_view phrase) {
  std::multiset<char> places;
  for (std::size_t at = 0; at + 2 < phrase.size(); ++at)
    if (phrase[at] == '{' && phrase[at + 2] == '}') places.insert(phrase[at + 1]);
  return places;
}

bool has_eastern_digit(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto point = code_point_at(text, at);
    if (!point) return true;
    if ((point->value >= 0x660 && point->value <= 0x669) || (point->value >= 0x6F0 && point->value <= 0x6F9))
      return true;
    at = point->next;
  }
  return false;
}

class EveryWord : public testing::Test {
 protected:
  Words english_{"en"};
  Words arabic_{"ar"};
};

TEST_F(EveryWord, HasTheSamePlacesInBothLanguages) {
  for (std::size_t i = 0; i < kWordCount; ++i) {
    const auto word = static_cast<Word>(i);
    EXPECT_EQ(places_of(english_(word)), places_of(arabic_(word))) << english_(word);
  }
}

TEST_F(EveryWord, IsWrittenInItsOwnLetters) {
  for (std::size_t i = 0; i < kWordCount; ++i) {
    const auto word = static_cast<Word>(i);
    EXPECT_NE(first_strong(english_(word)), Direction::right_to_left) << english_(word);
    EXPECT_NE(first_strong(arabic_(word)), Direction::left_to_right) << english_(word);
    const bool has_letters = std::ranges::any_of(english_(word), [](char c) { return c >= 'a' && c <= 'z'; });
    if (!has_letters) continue;
    EXPECT_EQ(first_strong(arabic_(word)), Direction::right_to_left) << english_(word);
  }
}

TEST_F(EveryWord, HasWesternDigits) {
  for (std::size_t i = 0; i < kWordCount; ++i)
    EXPECT_FALSE(has_eastern_digit(arabic_(static_cast<Word>(i)))) << i;
}

TEST_F(EveryWord, HasNoIsolatesOfItsOwn) {
  for (std::size_t i = 0; i < kWordCount; ++i)
    for (const std::string_view isolate : {kFirstStrongIsolate, kRightToLeftIsolate, kLeftToRightIsolate})
      EXPECT_EQ(arabic_(static_cast<Word>(i)).find(isolate), std::string_view::npos) << i;
}

TEST(Words, AreArabicForEveryRegionAndEnglishForOtherLanguages) {
  EXPECT_EQ(Words("ar-EG")(Word::overall), "الإجمالي");
  EXPECT_TRUE(Words("ar").right_to_left());
  EXPECT_EQ(Words("en-GB")(Word::overall), "Overall");
  EXPECT_EQ(Words("fa")(Word::overall), "Overall");
  EXPECT_FALSE(Words("fa").right_to_left());
  EXPECT_EQ(Words("")(Word::overall), "Overall");
}

TEST(Words, FillPlacesInAnyOrderOfTheLanguage) {
  EXPECT_EQ(Words("en").say(Word::cap_decides, {"Feasibility", "72.10", "35.00"}).text,
            "Feasibility: from 72.10 to 35.00");
  EXPECT_EQ(Words("en").say(Word::cap_decides, {"Feasibility"}).text, "Feasibility: from  to ");
}

TEST(Words, IsolateForeignTextWhereItMayTurn) {
  EXPECT_EQ(Words("en").say(Word::answer_is, {"جاهز"}).text, "Answer: \u2068جاهز\u2069");
  EXPECT_EQ(Words("ar").say(Word::answer_is, {"Ready"}).text, "الإجابة: \u2068Ready\u2069");
  EXPECT_EQ(Words("en").say(Word::answer_is, {"Ready"}).text, "Answer: Ready");
}

TEST(Words, TakeSentencesOfTheirOwnAsTheyAre) {
  const Words words("ar");
  const Sentence level = words.say(Word::level_of, {"2", "5"});
  EXPECT_EQ(level.text, "المستوى \u20682\u2069 من \u20685\u2069");
  EXPECT_EQ(words.say(Word::remarked, {"نعم", level}).text,
            "\u2068نعم\u2069 (المستوى \u20682\u2069 من \u20685\u2069)");
}

TEST(Words, JoinPartsWithASeparator) {
  EXPECT_EQ(Words("en").joined({"Develop", "Ready"}, ", ").text, "Develop, Ready");
  EXPECT_EQ(Words("ar").joined({"تطوير", "جاهز"}, "، ").text, "\u2068تطوير\u2069، \u2068جاهز\u2069");
  EXPECT_EQ(Words("en").joined({}, ", ").text, "");
}

TEST(Words, DoNotFillPlacesThatComeWithForeignText) {
  EXPECT_EQ(Words("en").say(Word::from_to, {"{1}", "{0}"}).text, "from {1} to {0}");
}

}  // namespace
}  // namespace ibtikar
