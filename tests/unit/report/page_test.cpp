// Rows of cells, from the left and mirrored.
#include "report/text/page.h"

#include <gtest/gtest.h>

namespace ibtikar {
namespace {

constexpr std::size_t kColumns = 20;

Page page_of(bool mirrored, bool color = false) {
  return Page({.columns = kColumns, .mirrored = mirrored, .color = color});
}

TEST(Page, LaysCellsBesideEachOther) {
  Page page = page_of(false);
  page.row({gap(1), {"ab", 4, kPlain}, {"7", 3, kPlain, Align::end}, gap(2), {"x", 5, kPlain}});
  EXPECT_EQ(page.text(), " ab    7  x\n");
}

TEST(Page, WrapsEachCellInItsOwnColumn) {
  Page page = page_of(false);
  page.row({{"one two three", 6, kPlain, Align::start, 9}, gap(2), {"1", 2, kPlain}});
  EXPECT_EQ(page.text(), "one     1\ntwo\nthree\n");
}

TEST(Page, CutsWhatIsTooLongWithAnEllipsis) {
  Page page = page_of(false);
  page.row({{"one two three", 7, kPlain}});
  page.row({{"onetwothree", 7, kPlain}});
  page.row({{"one two three four five", 7, kPlain, Align::start, 2}});
  EXPECT_EQ(page.text(),
            "one tw…\n"
            "onetwo…\n"
            "one two\nthree…\n");
}

TEST(Page, WritesNothingForARowWithoutText) {
  Page page = page_of(false);
  page.row({gap(3), {"", 5, kPlain}});
  page.paragraph(2, "");
  EXPECT_EQ(page.text(), "");
}

TEST(MirroredPage, PutsTheFirstCellAtTheRightEdge) {
  Page page = page_of(true);
  page.row({gap(1), {"ab", 4, kPlain}, {"7", 3, kPlain, Align::end}, gap(2), {"x", 5, kPlain}});
  // start is right, end is left: the line of LaysCellsBesideEachOther, seen in a mirror
  EXPECT_EQ(page.text(), std::string(9, ' ') + "x  7    ab\n");
}

TEST(MirroredPage, KeepsDigitsUnderDigits) {
  Page page = page_of(true);
  page.row({{"5.33", 6, kPlain, Align::right}});
  page.row({{"12.00", 6, kPlain, Align::right}});
  EXPECT_EQ(page.text(), std::string(16, ' ') + "5.33\n" + std::string(15, ' ') + "12.00\n");
}

TEST(MirroredPage, IsolatesWhatRunsFromRightToLeft) {
  Page page = page_of(true);
  page.row({{"جاهز", 8, kPlain}, gap(1), {"75.00", 6, kPlain}});
  EXPECT_EQ(page.text(), std::string(6, ' ') + "75.00" + std::string(5, ' ') + "\u2068جاهز\u2069\n");
}

TEST(MirroredPage, KeepsOneDirectionOverTheLinesOfACell) {
  Page page = page_of(true);
  page.paragraph(0, "كلمات عربية ثم كلمة SROI بعدها");
  EXPECT_EQ(page.text(),
            " \u2068كلمات عربية ثم كلمة\u2069\n" + std::string(10, ' ') + "\u2067SROI بعدها\u2069\n");
}

TEST(Page, ClosesAnIsolateOnEveryLineThatItRunsOver) {
  Page page = page_of(false);
  page.paragraph(0, "Answer: \u2068كلمات عربية كثيرة\u2069 (1)");
  EXPECT_EQ(page.text(), "\u2068Answer: \u2068كلمات عربية\u2069\u2069\n\u2066\u2067كثيرة\u2069 (1)\u2069\n");
}

TEST(Page, ColoursTextAndNotTheBlanksBesideIt) {
  Page page = page_of(false, true);
  page.row(
      {gap(2), {"Ready", 9, {.tone = Standing::high, .bold = true}}, {"x", 1, kFaint}, {"y", 1, kPlain}});
  EXPECT_EQ(page.text(), "  \x1b[1;32mReady\x1b[0m    \x1b[2mx\x1b[0my\n");
}

TEST(Page, FillsAHeadingToTheEdge) {
  Page page = page_of(false);
  page.heading("Title");
  Page mirrored = page_of(true);
  mirrored.heading("جاهز");
  EXPECT_EQ(page.text(), "\nTitle " + repeated("─", 14) + "\n");
  EXPECT_EQ(mirrored.text(), "\n" + repeated("─", 15) + " \u2068جاهز\u2069\n");
}

TEST(Page, ReadsNoMoreOfAMegabyteThanItShows) {
  Page page = page_of(false);
  page.paragraph(0, std::string(std::size_t{1} << 20, 'x'), kPlain, 2);
  EXPECT_EQ(page.text(), std::string(20, 'x') + "\n" + std::string(19, 'x') + "…\n");
}

TEST(Page, WritesIntervalsFromTheLowEndInBothDirections) {
  for (const bool mirrored : {false, true}) {
    Page page({.columns = 40, .mirrored = mirrored});
    page.row(page.interval("5.00", 6, "81.25", 6));
    EXPECT_NE(page.text().find("5.00–81.25"), std::string::npos) << page.text();
  }
}

}  // namespace
}  // namespace ibtikar
