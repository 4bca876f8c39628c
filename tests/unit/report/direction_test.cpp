// Directions of letters, and isolates that stay closed on every line.
#include "base/direction.h"

#include <ostream>

#include <gtest/gtest.h>

namespace ibtikar {
namespace {

struct Case {
  const char* name;
  const char* text;
  Direction direction;
  bool may_turn;
  friend void PrintTo(const Case& one, std::ostream* out) { *out << one.name; }
};

class Letters : public testing::TestWithParam<Case> {};

TEST_P(Letters, HaveADirection) {
  EXPECT_EQ(first_strong(GetParam().text), GetParam().direction);
  EXPECT_EQ(may_turn(GetParam().text), GetParam().may_turn);
}

INSTANTIATE_TEST_SUITE_P(Direction, Letters,
                         testing::Values(Case{"Empty", "", Direction::none, false},
                                         Case{"Number", "63.41", Direction::none, false},
                                         Case{"Bar", "██▓▓░░··", Direction::none, false},
                                         Case{"Marks", "● ◐ 50% − – …", Direction::none, false},
                                         Case{"Latin", "12 Ready", Direction::left_to_right, false},
                                         Case{"Accented", "État", Direction::left_to_right, false},
                                         Case{"Cyrillic", "«Да»", Direction::left_to_right, false},
                                         Case{"Chinese", "项目", Direction::left_to_right, false},
                                         Case{"Arabic", "3 أسئلة", Direction::right_to_left, true},
                                         Case{"Hebrew", "שלום", Direction::right_to_left, true},
                                         Case{"ArabicIndicDigits", "٣", Direction::none, true},
                                         Case{"LatinThenArabic", "SROI هو", Direction::left_to_right, true},
                                         Case{"ArabicInAnIsolateDoesNotCount", "\u2068جاهز\u2069 Ready",
                                              Direction::left_to_right, true},
                                         Case{"OnlyAnIsolate", "\u2068Ready\u2069 (1)", Direction::none,
                                              true}),
                         [](const testing::TestParamInfo<Case>& one) { return one.param.name; });

TEST(Isolates, AreClosedWhereALineEndsAndOpenedAgainInTheDirectionTheyTook) {
  std::vector<std::string> lines = {"قال: \u2068one", "واحد two", "three\u2069 ثم"};
  mend_isolates(lines);
  EXPECT_EQ(lines, (std::vector<std::string>{"قال: \u2068one\u2069", "\u2066واحد two\u2069",
                                             "\u2066three\u2069 ثم"}));
}

TEST(Isolates, WithoutALetterSoFarStayUndecided) {
  std::vector<std::string> lines = {"\u206812", "one\u2069"};
  mend_isolates(lines);
  EXPECT_EQ(lines, (std::vector<std::string>{"\u206812\u2069", "\u2068one\u2069"}));
}

TEST(Isolates, OfALineFollowItsFirstLetterOnlyWhereThatIsRight) {
  EXPECT_EQ(isolated_as(Direction::right_to_left, "جاهز (Ready)"), "\u2068جاهز (Ready)\u2069");
  EXPECT_EQ(isolated_as(Direction::right_to_left, "Ready جاهز"), "\u2067Ready جاهز\u2069");
  EXPECT_EQ(isolated_as(Direction::left_to_right, "جاهز (Ready)"), "\u2066جاهز (Ready)\u2069");
}

TEST(Marks, StandAroundWhatCouldTurnAndNowhereElse) {
  constexpr Direction kArabic = Direction::right_to_left;
  constexpr Direction kEnglish = Direction::left_to_right;
  EXPECT_EQ(marked_in(kArabic, "62.70"), "62.70");
  EXPECT_EQ(marked_in(kArabic, "80%"), "80%");
  EXPECT_EQ(marked_in(kArabic, "جاهز (3)"), "جاهز (3)");
  EXPECT_EQ(marked_in(kArabic, "Ready!"), "\u200F\u200EReady!\u200E\u200F");
  EXPECT_EQ(marked_in(kArabic, "2026-11-25"), "\u200F\u200E2026-11-25\u200E\u200F");
  EXPECT_EQ(marked_in(kArabic, "−0.63"), "\u200F\u200E−0.63\u200E\u200F");
  EXPECT_EQ(marked_in(kArabic, "جاهز (Ready)"), "\u200Fجاهز (Ready)\u200F");
  EXPECT_EQ(marked_in(kEnglish, "Ready (2026-11-25)"), "Ready (2026-11-25)");
  EXPECT_EQ(marked_in(kEnglish, "جاهز"), "\u200E\u200Fجاهز\u200F\u200E");
  EXPECT_EQ(marked_in(kEnglish, "Ready جاهز"), "\u200EReady جاهز\u200E");
}

}  // namespace
}  // namespace ibtikar
