// The Markdown report: what it says, and that its source can be read too. That no foreign text becomes
// structure is tested through pandoc: tests/cli/foreign_text_test.cpp.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "base/utf8.h"
#include "ibtikar/report.h"
#include "report/markdown/writer.h"
#include "support/assessment_builder.h"
#include "support/golden.h"

namespace ibtikar::test {
namespace {

TEST(MarkdownWriter, PutsBlocksBetweenEmptyLinesAndListsTogether) {
  MarkdownWriter out;
  out.heading(2, "Title");
  out.paragraph({"one", "", "two"});
  out.paragraph({""});
  out.item(0, {"a", "b"});
  out.item(1, {"c"});
  out.paragraph({"end"});
  EXPECT_EQ(std::move(out).take(), "## Title\n\none\\\ntwo\n\n- a\\\n  b\n  - c\n\nend\n");
}

TEST(MarkdownWriter, PutsCellsUnderOneAnother) {
  MarkdownWriter out;
  out.table({{"Name"}, {"N", true}}, {{"الكفاءة", "1"}, {"a", "12.50"}});
  out.table({{"Nothing"}}, {});
  EXPECT_EQ(std::move(out).take(),
            "| Name    |     N |\n| ------- | ----: |\n| الكفاءة |     1 |\n| a       | 12.50 |\n");
}

TEST(Reports, SpeakOfReadinessOnlyWhereAHighScoreIsGood) {
  Assessment impact = sample_assessment();
  impact.overall.better = Better::lower;
  for (const std::string& report :
       {render_markdown(impact, {.language = "en"}), render_text(impact, {.language = "en"}),
        render_html(impact, {.language = "en"})}) {
    EXPECT_NE(report.find("As described, not a prediction"), std::string::npos) << report.substr(0, 500);
    EXPECT_EQ(report.find("Readiness"), std::string::npos) << report.substr(0, 500);
  }
}

TEST(MarkdownReport, LooksAsApproved) {
  struct Approved {
    const char* name;
    Assessment (*make)();
  };
  const Approved all[] = {{"sample", sample_assessment},
                          {"nothing_answered", nothing_answered},
                          {"nothing_applies", nothing_applies},
                          {"capped", capped_by_two_gates},
                          {"hostile", hostile_assessment}};
  for (const Approved& one : all)
    for (const char* language : {"en", "ar"})
      expect_golden(fmt::format("report/markdown_{}_{}.approved.md", one.name, language),
                    render_markdown(one.make(), {.language = language}));
}

TEST(MarkdownReport, SaysEveryAnswerWithItsEvidenceNoteAndLinks) {
  Assessment a = sample_assessment();
  a.questions[1].note = "Training records";
  a.questions[1].links = {"records.pdf", "list.pdf"};
  a.questions[2].state = QuestionState::hidden;
  a.questions[2].lost.clear();
  a.questions[4].state = QuestionState::not_applicable;
  a.questions[4].lost.clear();
  const std::string text = render_markdown(a, {.language = "en"});
  EXPECT_NE(
      text.find("- **Are the key roles held by people trained for them?**\\\n"
                "  Answer: Named, trained, training records on file (level 4 of 5, evidence: Claimed)\\\n"
                "  Note: Training records\\\n  Shown by: records.pdf, list.pdf\\\n"),
      std::string::npos)
      << text;
  EXPECT_NE(text.find("  Does not apply, given other answers\n"), std::string::npos);
  EXPECT_NE(text.find("  does not apply\n"), std::string::npos);
}

TEST(MarkdownReport, NamesTheWholeDigests) {
  const Assessment a = sample_assessment();
  const std::string text = render_markdown(a, {});
  EXPECT_NE(text.find(a.rubric.digest.substr(7)), std::string::npos);
  EXPECT_NE(text.find(a.proposal.digest.substr(7)), std::string::npos);
}

TEST(MarkdownReport, ShowsNoMoreThanAskedFor) {
  const std::string text =
      render_markdown(sample_assessment(), {.language = "en", .losses = 1, .steps = 0, .open = 1});
  EXPECT_NE(text.find("**−5.33** What part"), std::string::npos);
  EXPECT_EQ(text.find("**−4.20** What say"), std::string::npos);
  EXPECT_EQ(text.find("**+3.10**"), std::string::npos);
  EXPECT_NE(text.find("Not shown here: 3"), std::string::npos);
}

TEST(MarkdownReport, StandsFromRightToLeftInArabicOnly) {
  EXPECT_TRUE(render_markdown(sample_assessment(), {.language = "ar-EG"})
                  .starts_with("<div dir=\"rtl\" lang=\"ar\">\n\n# "));
  EXPECT_EQ(render_markdown(sample_assessment(), {.language = "fr"}).find("<div"), std::string::npos);
}

TEST(MarkdownReport, EndsEveryLineWithoutABlankAndHoldsOnlyUtf8) {
  for (Assessment (*make)() : {sample_assessment, hostile_assessment})
    for (const char* language : {"en", "ar"}) {
      const std::string text = render_markdown(make(), {.language = language});
      EXPECT_EQ(text.find(" \n"), std::string::npos);
      EXPECT_EQ(first_invalid_utf8(text), std::nullopt);
    }
}

/// LibreOffice prints words over each other where there are.
TEST(MarkdownReport, HasNoIsolates) {
  for (Assessment (*make)() : {sample_assessment, hostile_assessment, capped_by_two_gates})
    for (const char* language : {"en", "ar"}) {
      const std::string text = render_markdown(make(), {.language = language});
      for (const char* isolate : {"\u2066", "\u2067", "\u2068", "\u2069"})
        EXPECT_EQ(text.find(isolate), std::string::npos);
    }
}

}  // namespace
}  // namespace ibtikar::test
