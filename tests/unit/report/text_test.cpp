// The terminal's report: approved texts, and what must hold for every width, language and input.
#include <functional>
#include <limits>
#include <ostream>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "base/utf8.h"
#include "ibtikar/report.h"
#include "support/assessment_builder.h"
#include "support/golden.h"
#include "support/terminal_lines.h"

namespace ibtikar::test {
namespace {

struct Story {
  const char* name;
  std::function<Assessment()> make;
  friend void PrintTo(const Story& story, std::ostream* out) { *out << story.name; }
};

Assessment long_titles() {
  Assessment a = sample_assessment();
  const std::string title =
      "A very long title that goes on and on, with aWordThatNoLineOfFortyColumnsCanHoldAsItIs";
  a.proposal.title.assign(1000, 'x');
  a.rubric.title = a.dimensions[0].title = a.criteria[1].title = a.rubric.bands[2].title =
      in_both(title, title);
  return a;
}

Assessment numbers_out_of_range() {
  Assessment a = capped_by_two_gates();
  a.overall.measure = {1e300, -1e300, 1e300, -5};
  a.dimensions[0].measure = {std::numeric_limits<double>::quiet_NaN(), 90, 10, 7};
  a.rubric.bands[1].from = 900;
  a.rubric.bands[2].from = -1;
  a.gates[0].caps[0].limit = std::numeric_limits<double>::infinity();
  a.questions[2].lost = {{"nowhere", 1e300}};
  a.advice[0].overall_gain = 1e300;
  a.advice[0].effort = std::numeric_limits<double>::quiet_NaN();
  return a;
}

const Story kStories[] = {
    {"Sample", sample_assessment},        {"NothingAnswered", nothing_answered},
    {"NothingApplies", nothing_applies},  {"Capped", capped_by_two_gates},
    {"Hostile", hostile_assessment},      {"LongTitles", long_titles},
    {"OutOfRange", numbers_out_of_range}, {"Empty", [] { return Assessment{}; }},
};

class EveryTextReport : public testing::TestWithParam<Story> {};

TEST_P(EveryTextReport, FitsEveryWidthInBothLanguages) {
  const Assessment assessment = GetParam().make();
  for (const char* language : {"en", "ar"})
    for (std::size_t columns = 40; columns <= 120; ++columns)
      for (const std::string& line :
           lines_in(render_text(assessment, {.language = language, .columns = columns})))
        ASSERT_EQ(fault_of_line(line, columns), "") << language << " " << columns << ": " << line;
}

TEST_P(EveryTextReport, IsTheSameWithoutTheEscapesOfColour) {
  const Assessment assessment = GetParam().make();
  for (const char* language : {"en", "ar"})
    for (const std::size_t columns : {40u, 80u, 120u}) {
      const std::string text = render_text(assessment, {.language = language, .columns = columns});
      const std::string coloured =
          render_text(assessment, {.language = language, .columns = columns, .color = true});
      EXPECT_NE(coloured, text);
      EXPECT_EQ(without_escapes(coloured), text);
    }
}

TEST_P(EveryTextReport, NeverShowsANumberThatIsNone) {
  for (const char* language : {"en", "ar"}) {
    const std::string text = render_text(GetParam().make(), {.language = language});
    for (const char* number : {"nan", "inf"})
      for (const char* before : {" ", "-", "+", "−", "±", "–", "\u2068"})
        for (const char* after : {" ", "\n", "%", "–", "\u2069"})
          EXPECT_EQ(text.find(std::string(before) + number + after), std::string::npos) << text;
    EXPECT_EQ(text.back(), '\n');
  }
}

INSTANTIATE_TEST_SUITE_P(Stories, EveryTextReport, testing::ValuesIn(kStories),
                         [](const testing::TestParamInfo<Story>& story) { return story.param.name; });

TEST(TextReport, KeepsToTheWidestAndTheNarrowest) {
  const Assessment a = sample_assessment();
  EXPECT_EQ(render_text(a, {.language = {}, .columns = 0}), render_text(a, {.language = {}, .columns = 40}));
  EXPECT_EQ(render_text(a, {.language = {}, .columns = 1000}),
            render_text(a, {.language = {}, .columns = 120}));
}

TEST(TextReport, StandsAtTheRightEdgeInArabic) {
  const std::vector<std::string> lines = lines_in(render_text(sample_assessment(), {.language = "ar"}));
  for (std::size_t i = 0; i < 6; ++i) EXPECT_EQ(display_width(lines[i]), 80u) << lines[i];  // the head
  for (std::size_t i = 6; i < 12; ++i)
    EXPECT_EQ(display_width(lines[i]), 78u) << lines[i];  // in from the edge
}

TEST(TextReport, FillsBarsFromTheRightInArabic) {
  const std::string english = render_text(sample_assessment(), {.language = "en"});
  const std::string arabic = render_text(sample_assessment(), {.language = "ar"});
  EXPECT_NE(english.find("█▓▓▓▓▓▓▓▓▓▓▓░░░░░░░░░░░░░░·"), std::string::npos);
  EXPECT_NE(arabic.find("·░░░░░░░░░░░░░░▓▓▓▓▓▓▓▓▓▓▓█"), std::string::npos);
}

TEST(TextReport, ShowsNoMoreThanAskedFor) {
  const std::string text =
      render_text(sample_assessment(), {.language = "en", .losses = 1, .steps = 0, .open = 1});
  EXPECT_NE(text.find("−5.33  What part"), std::string::npos);
  EXPECT_EQ(text.find("−4.20  What say"), std::string::npos);
  EXPECT_EQ(text.find("+3.10"), std::string::npos);
  EXPECT_NE(text.find("Still open: 4"), std::string::npos);
  EXPECT_NE(text.find("Not shown here: 3"), std::string::npos);
}

TEST(TextReport, DoesNotLetATitleForgeALine) {
  for (const char* language : {"en", "ar"})
    for (const std::string& line :
         lines_in(render_text(hostile_assessment(), {.language = language, .columns = 120})))
      EXPECT_FALSE(line.starts_with("Verdict: Ready") && line.size() < 20) << line;
}

TEST(TextReport, PutsAnUnknownLanguageAmongEnglishWords) {
  Assessment a = sample_assessment();
  a.rubric.bands[2].title.translations.push_back({"fr", "Prometteur"});
  const std::string text = render_text(a, {.language = "fr"});
  EXPECT_NE(text.find("Prometteur"), std::string::npos);
  EXPECT_NE(text.find("Still open: 4"), std::string::npos);
}

TEST(TextReport, LooksAsApproved) {
  for (const char* language : {"en", "ar"})
    for (const std::size_t columns : {40u, 80u, 120u})
      expect_golden(fmt::format("report/text_sample_{}_{}.approved.txt", language, columns),
                    render_text(sample_assessment(), {.language = language, .columns = columns}));
}

struct Approved {
  const char* name;
  Assessment (*make)();
};

TEST(TextReport, LooksAsApprovedWhereThereIsLittleToSay) {
  const Approved all[] = {{"nothing_answered", nothing_answered},
                          {"nothing_applies", nothing_applies},
                          {"capped", capped_by_two_gates},
                          {"hostile", hostile_assessment}};
  for (const Approved& one : all)
    for (const char* language : {"en", "ar"})
      expect_golden(fmt::format("report/text_{}_{}_80.approved.txt", one.name, language),
                    render_text(one.make(), {.language = language}));
}

TEST(TextReport, LooksAsApprovedInColour) {
  expect_golden("report/text_sample_en_80_colour.approved.txt",
                render_text(sample_assessment(), {.language = "en", .color = true}));
}

}  // namespace
}  // namespace ibtikar::test
