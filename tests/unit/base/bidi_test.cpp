// Right-to-left text in visual order: what a terminal without bidi is to put from left to right.
#include "base/bidi.h"

#include <gtest/gtest.h>

#include "base/search_key.h"
#include "base/utf8.h"

namespace ibtikar {
namespace {

TEST(Visual, LeavesTextWithoutRightToLeftAsItIs) {
  EXPECT_EQ(visual_line("1  Not at all · ? help"), "1  Not at all · ? help");
  EXPECT_EQ(visual_line("\x1b[1mbold\x1b[0m plain"), "\x1b[1mbold\x1b[0m plain");
}

TEST(Visual, JoinsAndReversesArabic) {
  EXPECT_EQ(visual_line("سلام"), "ﻡﻼﺳ") << "lam and alif share one letter";
  EXPECT_EQ(visual_line("خطوة 3"), "3 ﺓﻮﻄﺧ");
}

TEST(Visual, KeepsNumbersAndLatinWordsReadable) {
  EXPECT_EQ(visual_line("\u2067من 12 إلى 40 (abc)\u2069"), "(abc) 40 ﻰﻟﺇ 12 ﻦﻣ");
}

TEST(Visual, KeepsColumnsWhereLettersShareACell) {
  EXPECT_EQ(visual_line("12  \u2067سلام\u2069  3"), "12   ﻡﻼﺳ  3");
  EXPECT_EQ(visual_line("a سلام"), "a ﻡﻼﺳ") << "one blank is no gap";
}

TEST(Visual, TakesMarksAndIsolatesAway) {
  EXPECT_EQ(visual_line("\u2068دليل\u2069 \u2066@\u2069"), "ﻞﻴﻟﺩ @");
}

TEST(Visual, KeepsTheStyleThatALineBeginsWith) {
  EXPECT_EQ(visual_line("\x1b[1mسؤال\x1b[0m"), "\x1b[1mﻝﺍﺆﺳ\x1b[0m");
}

TEST(Visual, KeepsTheRightEdgeWhereTheTextEndedThere) {
  const std::string line = "      \u2067سلام\u2069";
  EXPECT_EQ(display_width(line), 10u);
  EXPECT_EQ(visual_text(line + "\n", 10), "       ﻡﻼﺳ\n");
  EXPECT_EQ(visual_text("ab\nسلام\n", 80), "ab\nﻡﻼﺳ\n");
}

TEST(SearchKey, IsTheSameForWhatPeopleTakeForTheSame) {
  EXPECT_EQ(search_key("Évaluation"), search_key("evaluation"));
  EXPECT_EQ(search_key("أهدافٌ"), search_key("اهداف"));
  EXPECT_EQ(search_key("خطة"), search_key("خطه"));
  EXPECT_EQ(search_key("مستشفى"), search_key("مستشفي"));
  EXPECT_EQ(search_key("السؤال ٣"), search_key("السؤال 3"));
  EXPECT_EQ(search_key("\xff"), "");
}

}  // namespace
}  // namespace ibtikar
