// Text on floor 0: widths, wrapping, foreign text made harmless, names that are near.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/safe_text.h"
#include "base/suggest.h"
#include "base/utf8.h"
#include "base/wrap.h"

namespace ibtikar {
namespace {

TEST(Utf8, FindsTheFirstByteThatIsNotValid) {
  EXPECT_EQ(first_invalid_utf8("معيار"), std::nullopt);
  EXPECT_EQ(first_invalid_utf8("ab\x80"), 2u);
  EXPECT_EQ(first_invalid_utf8("\xC3"), 0u);
  EXPECT_EQ(first_invalid_utf8("a\xED\xA0\x80"), 1u) << "a surrogate is no character";
  EXPECT_EQ(first_invalid_utf8("\xC0\xAF"), 0u) << "an overlong form is no character";
}

TEST(Utf8, CountsColumnsAsATerminalDoes) {
  EXPECT_EQ(display_width("abc"), 3u);
  EXPECT_EQ(display_width("معيار"), 5u);
  EXPECT_EQ(display_width("مَرْحَبًا"), 5u) << "marks take no column";
  EXPECT_EQ(display_width("漢字"), 4u);
  EXPECT_EQ(display_width("\u2068a\u2069"), 1u) << "isolates take no column";
}

TEST(Utf8, ShortensToAWidthWithAnEllipsis) {
  EXPECT_EQ(shorten("abcdef", 6), "abcdef");
  EXPECT_EQ(shorten("abcdef", 4), "abc…");
  EXPECT_EQ(shorten("ab cdef", 4), "ab…");
  EXPECT_EQ(shorten("漢字漢字", 4), "漢…");
  EXPECT_EQ(shorten("abc", 0), "");
}

TEST(Wrap, BreaksAtSpacesAndCutsOnlyWordsThatAreTooLong) {
  EXPECT_EQ(wrap("one two  three", 7), (std::vector<std::string>{"one two", "three"}));
  EXPECT_EQ(wrap("abcdefgh ij", 3), (std::vector<std::string>{"abc", "def", "gh", "ij"}));
  EXPECT_EQ(wrap("", 10), (std::vector<std::string>{}));
  EXPECT_EQ(wrap(" \n ", 10), (std::vector<std::string>{}));
  EXPECT_EQ(wrap("漢字", 1), (std::vector<std::string>{"漢", "字"}))
      << "wider than the line, and still shown";
}

TEST(Wrap, KeepsEveryLineWithinTheWidth) {
  const std::string text = "كتابة الهدف مع المقياس والموعد في صفحة واحدة and a few English words besides";
  for (std::size_t columns = 2; columns < 100; ++columns)
    for (const std::string& line : wrap(text, columns)) EXPECT_LE(display_width(line), columns);
}

struct Foreign {
  const char* name;
  std::string text;
  std::string visible_form;
  std::string plain_form;
  friend void PrintTo(const Foreign& foreign, std::ostream* out) { *out << foreign.name; }
};

const Foreign kForeign[] = {
    {"PlainText", "Peer visitors", "Peer visitors", "Peer visitors"},
    {"Arabic", "زيارات الأقران", "زيارات الأقران", "زيارات الأقران"},
    {"EscapeSequence", "a\x1B[31mb", "a<U+001B>[31mb", "a[31mb"},
    {"C1Control", "a\u009B31mb", "a<U+009B>31mb", "a31mb"},
    {"Bell", "a\ab", "a<U+0007>b", "ab"},
    {"NewLine", "a\nb", "a\\nb", "a b"},
    {"RightToLeftOverride", "a\u202Eb", "a<U+202E>b", "ab"},
    {"Isolate", "a\u2067b", "a<U+2067>b", "ab"},
    {"InvalidByte", "a\x80z", "a<80>z", "a\uFFFDz"},
    {"ZeroWidthJoinerStays", "می\u200Cخواهم", "می\u200Cخواهم", "می\u200Cخواهم"},
    {"TagCharacters", "a\U000E0041b", "a<U+E0041>b", "ab"},
    {"Noncharacter", "a\uFFFEb", "a<U+FFFE>b", "ab"},
};

class SafeText : public testing::TestWithParam<Foreign> {};

TEST_P(SafeText, IsVisibleInMessagesAndPlainInReports) {
  EXPECT_EQ(visible(GetParam().text), GetParam().visible_form);
  EXPECT_EQ(plain(GetParam().text), GetParam().plain_form);
}

INSTANTIATE_TEST_SUITE_P(Texts, SafeText, testing::ValuesIn(kForeign),
                         [](const auto& test) { return std::string(test.param.name); });

TEST(SafeText, CutsLongNamesAndLongRunsOfMarks) {
  EXPECT_EQ(visible("abcdef", 3), "abc…");
  std::string marks = "a";
  for (int i = 0; i < 300; ++i) marks += "\u0301";
  EXPECT_EQ(count_code_points(plain(marks)), 31u);
}

TEST(SafeText, IsolatesTheDirectionOfForeignText) { EXPECT_EQ(isolated("اسم"), "\u2068اسم\u2069"); }

TEST(Suggest, NamesTheNearestAndNothingThatIsFar) {
  const std::vector<std::string> known = {"weight", "when", "written"};
  EXPECT_EQ(nearest_name("wieght", known), "weight");
  EXPECT_EQ(nearest_name("whne", known), "when");
  EXPECT_EQ(nearest_name("budget", known), std::nullopt);
  EXPECT_EQ(nearest_name("", known), std::nullopt);
  EXPECT_EQ(nearest_name("when", known), std::nullopt) << "what was written is no advice";
  EXPECT_EQ(suggestion("wieght", known).english(), "; did you mean \"weight\"?");
  EXPECT_EQ(alternatives(known).english(), "weight, when or written");
}

}  // namespace
}  // namespace ibtikar
