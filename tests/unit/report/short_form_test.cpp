// The short form: one or two pages in every form and both languages, with all that decides the verdict.
#include <algorithm>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "ibtikar/report.h"
#include "support/assessment_builder.h"
#include "support/golden.h"
#include "support/html_tags.h"

namespace ibtikar::test {
namespace {

TEST(ShortForm, LooksAsApproved) {
  for (const std::string language : {"en", "ar"}) {
    const Assessment a = sample_assessment();
    expect_golden("report/short_" + language + ".approved.txt",
                  render_text(a, {.language = language, .is_short = true}));
    expect_golden("report/short_" + language + ".approved.md",
                  render_markdown(a, {.language = language, .is_short = true}));
    expect_golden("report/short_" + language + ".approved.html",
                  body_of(render_html(a, {.language = language, .is_short = true})));
  }
}

TEST(ShortForm, TakesTwoPagesAtMost) {
  constexpr std::ptrdiff_t kTwoPages = 2 * 66;
  for (Assessment (*make)() : {sample_assessment, nothing_answered, nothing_applies, capped_by_two_gates})
    for (const char* language : {"en", "ar"}) {
      const std::string text = render_text(make(), {.language = language, .is_short = true});
      EXPECT_LE(std::ranges::count(text, '\n'), kTwoPages) << text;
    }
}

TEST(ShortForm, SaysWhatItLeavesOut) {
  Assessment a = sample_assessment();
  a.warnings = {{"unknown-question", "/answers/a", "m"}, {"unknown-question", "/answers/b", "m"}};
  for (int i = 0; i < 5; ++i) {
    GateResult gate = a.gates.front();
    gate.state = GateState::unknown;
    a.gates.push_back(gate);
  }
  const std::string text = render_text(a, {.language = "en", .is_short = true});
  EXPECT_NE(text.find("Warnings: 2"), std::string::npos) << text;
  EXPECT_NE(text.find("Not shown here: "), std::string::npos) << text;
  EXPECT_EQ(text.find("How this was scored"), text.rfind("How this was scored"));
  EXPECT_NE(text.find("Short form"), std::string::npos);
}

TEST(ShortForm, OfAPageIsWhole) {
  for (const std::string language : {"en", "ar"})
    EXPECT_EQ(
        nesting_fault(tags_of(render_html(capped_by_two_gates(), {.language = language, .is_short = true}))),
        "");
}

}  // namespace
}  // namespace ibtikar::test
