// The CSV of single reports: a table that a program reads back, with no formula in it. What LibreOffice makes
// of it is tested in tests/cli/foreign_text_test.cpp.
#include <algorithm>
#include <optional>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "base/safe_text.h"
#include "base/utf8.h"
#include "ibtikar/report.h"
#include "support/assessment_builder.h"
#include "support/csv_table.h"
#include "support/golden.h"
#include "support/hostile.h"

namespace ibtikar::test {
namespace {

std::string cell_of(const CsvRows& rows, std::size_t row, const std::string& column) {
  const auto at = std::ranges::find(rows.front(), column) - rows.front().begin();
  return rows.at(row).at(static_cast<std::size_t>(at));
}

/// The row of one thing of the first assessment.
std::size_t row_of(const CsvRows& rows, const std::string& kind, const std::string& id) {
  for (std::size_t i = 1; i < rows.size(); ++i)
    if (cell_of(rows, i, "kind") == kind && cell_of(rows, i, "id") == id) return i;
  throw std::logic_error("no row of " + kind + " " + id);
}

TEST(CsvReport, LooksAsApproved) {
  for (const char* language : {"en", "ar"})
    expect_golden(fmt::format("report/csv_sample_{}.approved.csv", language),
                  render_csv({sample_assessment(), nothing_applies()}, {.language = language}));
}

TEST(CsvReport, SaysOfEachThingWhatTheAssessmentSays) {
  Assessment a = sample_assessment();
  a.questions[2].note = "Minutes; \"all\" of them\nand a list";
  a.questions[2].links = {"a.pdf", "b.pdf"};
  const CsvRows rows = csv_rows(render_csv({a}, {.language = "en"}));
  const std::size_t overall = row_of(rows, "overall", "overall");
  EXPECT_EQ(cell_of(rows, overall, "score"), "63.41");
  EXPECT_EQ(cell_of(rows, overall, "verdict"), "promising");
  EXPECT_EQ(cell_of(rows, overall, "settled"), "false");
  const std::size_t youth = row_of(rows, "question", "youth.power");
  EXPECT_EQ(cell_of(rows, youth, "state"), "answered");
  EXPECT_EQ(cell_of(rows, youth, "value"), "2");
  EXPECT_EQ(cell_of(rows, youth, "answer"), "They are told what was decided");
  EXPECT_EQ(cell_of(rows, youth, "note"), "Minutes; \"all\" of them and a list");
  EXPECT_EQ(cell_of(rows, youth, "links"), "a.pdf b.pdf");
  EXPECT_EQ(cell_of(rows, youth, "lost:user-involvement"), "4.20");
  EXPECT_EQ(cell_of(rows, youth, "points:feasibility"), "");
  EXPECT_EQ(cell_of(rows, row_of(rows, "question", "conditions.pay"), "value"), "yes");
  EXPECT_EQ(cell_of(rows, row_of(rows, "criterion", "more-with-less"), "state"), "unscored");
  EXPECT_EQ(cell_of(rows, row_of(rows, "criterion", "form"), "state"), "");
  EXPECT_EQ(cell_of(rows, row_of(rows, "gate", "legal-bar"), "state"), "unknown");
}

TEST(CsvReport, HasTheDimensionsOfAllRubricsAndRowsInOrder) {
  Assessment other = sample_assessment();
  other.proposal.id = "P-2";
  other.dimensions.resize(1);
  other.dimensions[0].id = "reach";
  const CsvRows rows = csv_rows(render_csv({sample_assessment(), other}, {}));
  EXPECT_EQ(rows.front().back(), "lost:reach");
  EXPECT_EQ(cell_of(rows, 1, "proposal"), "P-0012");
  EXPECT_EQ(cell_of(rows, rows.size() - 1, "proposal"), "P-2");
  for (const auto& row : rows) EXPECT_EQ(row.size(), rows.front().size());
}

TEST(CsvReport, BeginsWithAByteOrderMarkWhenAskedTo) {
  const std::string without = render_csv({sample_assessment()}, {});
  EXPECT_EQ(render_csv({sample_assessment()}, {.language = "", .byte_order_mark = true}),
            std::string(kByteOrderMark) + without);
  EXPECT_TRUE(without.starts_with("proposal,title,"));
}

TEST(CsvReport, ReadsBackWithTheSameRowsWhateverItsTextsAre) {
  const std::size_t rows = csv_rows(render_csv({assessment_of_hostile("x")}, {})).size();
  for (const std::string& text : hostile_texts()) {
    const CsvRows read = csv_rows(render_csv({assessment_of_hostile(text)}, {.language = "ar"}));
    ASSERT_EQ(read.size(), rows) << visible(text);
    for (const auto& row : read) ASSERT_EQ(row.size(), read.front().size()) << visible(text);
  }
}

TEST(CsvReport, HasNoFormulaInAnyTextWhateverItIsSplitAt) {
  for (const std::string& text : hostile_texts())
    for (const auto& row : csv_rows(render_csv({assessment_of_hostile(text)}, {})))
      for (const std::string& cell : row) EXPECT_EQ(formula_in(cell), std::nullopt) << visible(text);
}

}  // namespace
}  // namespace ibtikar::test
