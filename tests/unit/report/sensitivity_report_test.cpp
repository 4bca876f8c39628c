// Sensitivity as text, Markdown, pages and JSON.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "base/utf8.h"
#include "ibtikar/codec.h"
#include "ibtikar/report.h"
#include "ibtikar/scorer.h"
#include "support/assessment_builder.h"
#include "support/garden_rubric.h"
#include "support/golden.h"
#include "support/hostile.h"
#include "support/html_tags.h"

namespace ibtikar::test {
namespace {

/// A garden that is answered but for one question.
Sensitivity garden(bool with_answers = true) {
  const Rubric rubric = garden_rubric();
  const Scorer scorer(rubric);
  Proposal proposal;
  proposal.id = "G-1";
  proposal.title = "Roof garden";
  if (with_answers)
    proposal.answers = {{"goal.exists", {.value = true}},
                        {"goal.written", {.value = 2.0, .evidence = "documented"}},
                        {"people.who", {.value = std::string("school")}},
                        {"run.hours", {.value = 12.0}},
                        {"run.fence", {.value = true}}};
  Diagnostics warnings;
  const Checked<AnswerSheet> sheet = scorer.encode(proposal, {}, warnings);
  return sensitivity_of(scorer, scorer.assess(proposal, *sheet, warnings), *sheet, {});
}

TEST(SensitivityReport, LooksAsApproved) {
  for (const char* language : {"en", "ar"}) {
    for (const std::size_t columns : {40u, 80u})
      expect_golden(fmt::format("report/sensitivity_{}_{}.approved.txt", language, columns),
                    render_sensitivity_text(garden(), {.language = language, .columns = columns}));
    expect_golden(fmt::format("report/sensitivity_{}.approved.md", language),
                  render_sensitivity_markdown(garden(), {.language = language}));
    const std::string page = render_sensitivity_html(garden(), {.language = language});
    EXPECT_EQ(nesting_fault(tags_of(page)), "");
    expect_golden(fmt::format("report/sensitivity_{}.approved.html", language),
                  page.substr(page.find("<body>")));
  }
}

TEST(SensitivityReport, SaysThatWithoutAVerdictNothingCanChangeIt) {
  const std::string text = render_sensitivity_text(garden(false), {.language = "en"});
  EXPECT_NE(text.find("There is no verdict yet"), std::string::npos);
  EXPECT_EQ(text.find("over "), std::string::npos);
}

TEST(SensitivityReport, ListsNoMoreThanAsked) {
  const std::string text = render_sensitivity_text(garden(), {.language = "en", .top = 1});
  EXPECT_NE(text.find("Further answers that move it: "), std::string::npos);
}

TEST(SensitivityReport, KeepsHostileTextHarmlessAtEveryWidth) {
  Sensitivity found = garden();
  const Sensitivity harmless = found;
  for (const std::string& text : hostile_texts()) {
    found = harmless;
    found.assessment = assessment_of_hostile(text);
    for (WeightSensitivity& weight : found.weights) weight.title = {{{"en", text}}};
    for (AnswerSensitivity& answer : found.answers)
      for (TriedAnswer* tried : {&answer.least, &answer.greatest}) tried->words = {{{"en", text}}};
    EXPECT_EQ(nesting_fault(tags_of(render_sensitivity_html(found, {.language = "en"}))), "");
    for (std::size_t columns = 40; columns <= 120; columns += 40) {
      const std::string page = render_sensitivity_text(found, {.language = "ar", .columns = columns});
      for (std::size_t at = 0; at < page.size();) {
        const std::size_t end = page.find('\n', at);
        ASSERT_LE(display_width(page.substr(at, end - at)), columns);
        at = end + 1;
      }
    }
  }
}

TEST(SensitivityJson, LooksAsApproved) {
  expect_golden("codec/sensitivity.approved.json", encode_sensitivity(garden(), JsonStyle::indented) + "\n");
}

}  // namespace
}  // namespace ibtikar::test
