// What a spreadsheet program makes of our workbooks: LibreOffice opens them and gives every cell back.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <vector>

#include <fmt/format.h>

#include "base/decimal.h"
#include "base/safe_targets.h"
#include "cli/output/workbook_output.h"
#include "ibtikar/codec.h"
#include "io/files/package_check.h"
#include "report/view/formatter.h"
#include "report/workbook/report.h"
#include "support/assessment_builder.h"
#include "support/hostile.h"
#include "support/places.h"
#include "support/process.h"
#include "support/temp_dir.h"

namespace ibtikar::test {
namespace {

namespace fs = std::filesystem;

const fs::path kProposals = fs::path(test::project_dir()) / "examples/proposals";

std::string shown(const Score& score) { return score ? shortest(*score) : ""; }

std::vector<std::string> cells_from(const std::vector<std::string>& row, std::size_t first,
                                    std::size_t count) {
  return {row.begin() + static_cast<std::ptrdiff_t>(first),
          row.begin() + static_cast<std::ptrdiff_t>(std::min(first + count, row.size()))};
}

std::vector<std::string> measure_cells(const Measure& measure) {
  return {shown(measure.score), shown(measure.low), shown(measure.high), percent_text(measure.completeness)};
}

struct SheetNames {
  std::string language;
  std::string summary;
  std::string criteria;
  std::string answers;
  std::string overall;
};

const SheetNames kSheetNames[] = {{"en", "Summary", "Criteria", "Answers", "Overall"},
                                  {"ar", "ملخص", "المعايير", "الإجابات", "الإجمالي"}};

class WorkbookProgram : public testing::Test {
 protected:
  Finished shell(const std::string& script) {
    return run_process(
        {.program = "/bin/sh",
         .arguments = {"-c", "I='" + test::program() + "'; P='" + kProposals.string() + "'; " + script},
         .directory = here_.path()});
  }

  /// Every sheet of every workbook here as FILE-SHEET.csv: one start of LibreOffice for all.
  void open_all() {
    const Finished finished = shell(
        "command -v soffice >/dev/null || { echo 'soffice is missing: install libreoffice-calc' >&2; exit 9; "
        "}\n"
        "soffice -env:UserInstallation=file://$PWD/office --headless --convert-to "
        "'csv:Text - txt - csv (StarCalc):124,34,76,1,,0,false,false,false,true,false,-1' --outdir csv "
        "*.xlsx "
        "</dev/null >/dev/null 2>office.log || { cat office.log >&2; exit 9; }");
    ASSERT_EQ(finished.status, 0) << finished.err;
  }

  /// The rows of a sheet, formulas shown as such. Cells hold no "|" in what these tests look at.
  std::vector<std::vector<std::string>> sheet(const std::string& workbook, const std::string& name) {
    std::vector<std::vector<std::string>> rows;
    std::ifstream in(here_.path() / "csv" / (workbook + "-" + name + ".csv"));
    EXPECT_TRUE(in) << workbook << " has no sheet " << name;
    for (std::string line; std::getline(in, line);) {
      std::vector<std::string>& row = rows.emplace_back();
      for (std::size_t at = 0; at <= line.size();) {
        const std::size_t end = std::min(line.find('|', at), line.size());
        std::string cell = line.substr(at, end - at);
        if (cell.size() > 1 && cell.front() == '"' && cell.back() == '"')
          cell = cell.substr(1, cell.size() - 2);
        row.push_back(std::move(cell));
        at = end + 1;
      }
    }
    return rows;
  }

  void expect_numbers(const Assessment& assessment, const SheetNames& names, const std::string& workbook) {
    const auto summary = sheet(workbook, names.summary);
    const auto overall =
        std::ranges::find(summary, names.overall, [](const auto& row) { return row.front(); });
    ASSERT_NE(overall, summary.end());
    EXPECT_EQ(cells_from(*overall, 1, 4), measure_cells(assessment.overall.measure));
    for (std::size_t d = 0; d < assessment.dimensions.size(); ++d) {
      const auto& row = *(overall + 1 + static_cast<std::ptrdiff_t>(d));
      EXPECT_EQ(row.front(), assessment.dimensions[d].title.in(names.language));
      EXPECT_EQ(cells_from(row, 1, 4), measure_cells(assessment.dimensions[d].measure));
    }
    const auto criteria = sheet(workbook, names.criteria);
    std::size_t at = 1;
    for (const CriterionScore& criterion : assessment.criteria) {
      if (criterion.contributes.empty()) continue;
      ASSERT_LT(at, criteria.size());
      EXPECT_EQ(criteria[at][1], criterion.title.in(names.language));
      EXPECT_EQ(cells_from(criteria[at++], 2, 4), measure_cells(criterion.measure));
    }
    expect_answers(assessment, sheet(workbook, names.answers));
  }

  static void expect_answers(const Assessment& assessment,
                             const std::vector<std::vector<std::string>>& answers) {
    ASSERT_EQ(answers.size(), assessment.questions.size() + 1);
    for (std::size_t q = 0; q < assessment.questions.size(); ++q) {
      const QuestionResult& question = assessment.questions[q];
      EXPECT_EQ(answers[q + 1][1], question.id);
      EXPECT_EQ(answers[q + 1][6], shown(question.credited)) << question.id;
      for (std::size_t d = 0; d < assessment.dimensions.size(); ++d) {
        const auto amount = [&](const PerDimension& amounts) {
          const auto found =
              std::ranges::find(amounts, assessment.dimensions[d].id, &PerDimension::value_type::first);
          return found == amounts.end() ? "" : shortest(found->second);
        };
        EXPECT_EQ(answers[q + 1][7 + 2 * d], amount(question.points)) << question.id;
        EXPECT_EQ(answers[q + 1][8 + 2 * d], amount(question.lost)) << question.id;
      }
    }
  }

  const TempDir here_;
};

TEST_F(WorkbookProgram, HoldsTheNumbersOfTheJsonInBothLanguages) {
  const Finished made = shell(
      "mkdir four; for p in fountain-house housing-first playpump sunduq-al-hay; do cp $P/$p.json four; "
      "done; "
      "for l in en ar; do for p in sunduq-al-hay fountain-house; do "
      "$I score $P/$p.json -q -l $l -o $l-$p.xlsx -o $p.json || exit; done; "
      "$I batch four -q -l $l -o rows-$l.xlsx || exit; done; $I score four/*.json -q -l en -o many.xlsx");
  ASSERT_EQ(made.status, 0) << made.err;
  open_all();
  Measure sunduq;
  for (const std::string proposal : {"fountain-house", "sunduq-al-hay"}) {
    const auto read = decode_assessments({"json", here_.read(proposal + ".json")});
    ASSERT_TRUE(read);
    sunduq = read->front().overall.measure;
    for (const SheetNames& names : kSheetNames)
      expect_numbers(read->front(), names, names.language + "-" + proposal);
  }
  const std::vector<std::string> overall = cells_from(measure_cells(sunduq), 0, 3);
  EXPECT_EQ(sheet("many", "Summary").at(4).at(0), "sunduq-al-hay");
  EXPECT_EQ(cells_from(sheet("many", "Summary").at(4), 6, 3), overall);
  const auto rows = sheet("rows-ar", "الدرجات");
  ASSERT_EQ(rows.size(), 5u);
  EXPECT_EQ(rows[4][0], "sunduq-al-hay");
  EXPECT_EQ(rows[4][2], "واعد");
  EXPECT_EQ(cells_from(rows[4], 4, 3), overall);
  EXPECT_EQ(cells_from(sheet("rows-en", "Portfolio").at(1), 0, 2), (std::vector<std::string>{"Scored", "4"}));
}

TEST_F(WorkbookProgram, HostileTextsAreTextsInEveryCell) {
  const std::vector<std::string> texts = hostile_texts();
  std::vector<Assessment> all;
  for (const std::string& text : texts) all.push_back(assessment_of_hostile(text));
  Workbook book(
      {.path = (here_.path() / "all.xlsx").string(), .scratch = here_.path().string(), .shown = "all"});
  add_report_sheets(book, all, "en");
  ASSERT_TRUE(book.close());
  ASSERT_TRUE(io::check_package((here_.path() / "all.xlsx").string(), "all.xlsx"));
  const Finished parts = shell(
      "python3 -c 'import re, zipfile\n"
      "import xml.dom.minidom as x\n"
      "p = zipfile.ZipFile(\"all.xlsx\")\n"
      "for n in p.namelist():\n"
      "  t = p.read(n).decode()\n"
      "  x.parseString(t)\n"
      "  if re.search(r\"<f[ >]|<hyperlink\", t) and \"chart\" not in n: print(n)'");
  EXPECT_EQ(parts.out + parts.err, "") << "formulas or links";
  open_all();
  const auto summary = sheet("all", "Summary");
  ASSERT_GE(summary.size(), texts.size() + 1);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::string expected = safe_for(Target::sheet, texts[i]);
    if (expected.find_first_of("|\"") != std::string::npos ||
        expected.find_first_not_of(' ') == std::string::npos)
      continue;
    EXPECT_EQ(summary[i + 1][1], expected);
  }
}

TEST_F(WorkbookProgram, GoesWholeToStandardOutputFifosAndFilesAlike) {
  const Finished made = shell(
      "$I score $P/playpump.json -q -o a.xlsx && $I score $P/playpump.json -q -f xlsx > b.xlsx && mkfifo f "
      "&& "
      "{ cat f > c.xlsx & $I score $P/playpump.json -q -f xlsx -o f; wait; } && "
      "TMPDIR=/nonexistent $I score $P/playpump.json -q -o d.xlsx && "
      "cmp a.xlsx b.xlsx && cmp a.xlsx c.xlsx && cmp a.xlsx d.xlsx; ls -A");
  EXPECT_EQ(made.err, "");
  EXPECT_EQ(made.out, "a.xlsx\nb.xlsx\nc.xlsx\nd.xlsx\nf\n") << "no temporary file is left";
}

TEST_F(WorkbookProgram, OnAFullDiskLeavesTheOldOne) {
  here_.write("old.xlsx", "old");
  for (const int blocks : {0, 1, 4, 8, 16}) {
    const Finished full =
        shell(fmt::format("ulimit -f {}; $I score $P/playpump.json -q -o old.xlsx; echo $? >&2", blocks));
    EXPECT_EQ(full.err, "old.xlsx: writing: File too large\n4\n") << blocks;
    EXPECT_EQ(here_.read("old.xlsx"), "old");
  }
  EXPECT_EQ(shell("$I score $P/playpump.json -q -f xlsx > /dev/full").err,
            "standard output: No space left on device\n");
  EXPECT_EQ(shell("ls -A").out, "old.xlsx\n");
}

TEST_F(WorkbookProgram, OfABatchOnAFullDiskLeavesTheOldOne) {
  here_.write("old.xlsx", "old");
  const std::string record = R"({"id": "one", "answers": {"final-goal.written": 2}})";
  ASSERT_EQ(shell("yes '" + record + "' | head -3000 > in.ndjson").status, 0);
  // So large that the rows do not fit, while the packed file would.
  const Finished full = shell("ulimit -f 300; $I batch in.ndjson -q -o old.xlsx --lenient; echo $? >&2");
  EXPECT_TRUE(full.err.ends_with("\n4\n")) << full.err;
  EXPECT_EQ(here_.read("old.xlsx"), "old");
  EXPECT_EQ(shell("ls -A").out, "in.ndjson\nold.xlsx\n");
}

}  // namespace
}  // namespace ibtikar::test
