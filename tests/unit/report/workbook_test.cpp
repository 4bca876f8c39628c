// Workbooks as bytes: the same each time, in every locale, and whole or refused. What spreadsheets make of
// them is tests/cli/workbook_test.cpp.
#include "report/workbook/workbook.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "io/files/package_check.h"
#include "io/muted_standard_error.h"
#include "report/workbook/report.h"
#include "support/assessment_builder.h"
#include "support/comma_locale.h"
#include "support/process.h"
#include "support/temp_dir.h"

namespace ibtikar::test {
namespace {

namespace fs = std::filesystem;

class WorkbookFile : public testing::Test {
 protected:
  [[nodiscard]] Workbook::Options options(const std::string& name) const {
    return {.path = (here_.path() / name).string(), .scratch = here_.path().string(), .shown = name};
  }
  std::string written(const std::string& name) {
    Workbook book(options(name));
    add_report_sheets(book, {sample_assessment()}, "en");
    const Result<void> closed = book.close();
    EXPECT_TRUE(closed) << closed.error().message.english();
    return here_.read(name);
  }
  /// A part of the package, unpacked.
  [[nodiscard]] std::string part(const std::string& name, const std::string& path) const {
    return run_process(
               {.program = "python3",
                .arguments = {"-c",
                              "import sys, zipfile; "
                              "sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]))",
                              name, path},
                .directory = here_.path()})
        .out;
  }

  const TempDir here_;
};

TEST_F(WorkbookFile, IsTheSameBytesEveryTimeAndInEveryLocale) {
  const std::string first = written("a.xlsx");
  EXPECT_EQ(written("b.xlsx"), first);
  const CommaLocale comma;
  EXPECT_EQ(written("c.xlsx"), first);
}

TEST_F(WorkbookFile, LeavesNothingBesideIt) {
  static_cast<void>(written("a.xlsx"));
  EXPECT_EQ(std::distance(fs::directory_iterator(here_.path()), fs::directory_iterator()), 1);
}

TEST_F(WorkbookFile, ThatWasCutShortIsNotWhole) {
  const std::string whole = written("a.xlsx");
  EXPECT_TRUE(io::check_package((here_.path() / "a.xlsx").string(), "a.xlsx"));
  for (const std::size_t size : {whole.size() - 1, whole.size() / 2, std::size_t{0}}) {
    here_.write("cut.xlsx", whole.substr(0, size));
    EXPECT_FALSE(io::check_package((here_.path() / "cut.xlsx").string(), "cut.xlsx")) << size;
  }
}

TEST_F(WorkbookFile, WithAPartThatEndsTooEarlyIsNotWhole) {
  const Finished made = run_process(
      {.program = "python3",
       .arguments = {"-c",
                     "import zipfile\n"
                     "for name, text in (('good.zip', '<?xml version=\"1.0\"?>\\n<a x=\"1\"><b/></a>'),"
                     "                   ('bad.zip', '<?xml version=\"1.0\"?>\\n<a x=\"1\"><b/>')):\n"
                     "  with zipfile.ZipFile(name, 'w', zipfile.ZIP_DEFLATED) as package:\n"
                     "    package.writestr('part.xml', text)\n"},
       .directory = here_.path()});
  ASSERT_EQ(made.status, 0) << made.err;
  EXPECT_TRUE(io::check_package((here_.path() / "good.zip").string(), "good.zip"));
  const Result<void> bad = io::check_package((here_.path() / "bad.zip").string(), "shown");
  ASSERT_FALSE(bad);
  EXPECT_EQ(format(bad.error()), "shown: writing: not all of it was taken; is the disk full?");
}

TEST_F(WorkbookFile, IntoAFolderThatIsGoneFailsWithAReason) {
  Workbook book({.path = (here_.path() / "gone" / "a.xlsx").string(),
                 .scratch = here_.path().string(),
                 .shown = "a.xlsx"});
  book.add("A").number(0, 0, 1, Look::plain);
  const auto close = [&] {
    const io::MutedStandardError muted;
    return book.close();
  };
  const Result<void> closed = close();
  ASSERT_FALSE(closed);
  EXPECT_EQ(format(closed.error()), "a.xlsx: writing: No such file or directory");
}

TEST_F(WorkbookFile, KeepsWhatACellCannotHoldOutOfIt) {
  Workbook book(options("a.xlsx"));
  Sheet& sheet = book.add("A");
  sheet.text(0, 0, "=1+1");
  sheet.text(1, 0, "_x0041_ stays");
  sheet.text(2, 0, "\xFF\xEF\xBF\xBE");
  sheet.text(3, 0, std::string(40'000, 'x'));
  sheet.number(4, 0, std::numeric_limits<double>::quiet_NaN(), Look::score);
  sheet.number(5, 0, std::numeric_limits<double>::infinity(), Look::score);
  ASSERT_TRUE(book.close());
  EXPECT_EQ(book.cut_texts(), 1u);
  const std::string cells = part("a.xlsx", "xl/worksheets/sheet1.xml");
  EXPECT_EQ(cells.find("<f"), std::string::npos);
  EXPECT_EQ(cells.find("NAN"), std::string::npos);
  EXPECT_EQ(cells.find("r=\"A5\""), std::string::npos) << "no number, no cell";
  const std::string texts = part("a.xlsx", "xl/sharedStrings.xml");
  EXPECT_NE(texts.find("<t>=1+1</t>"), std::string::npos);
  EXPECT_NE(texts.find("<t>_x005F_x0041_ stays</t>"), std::string::npos);
  EXPECT_NE(texts.find("x…</t>"), std::string::npos);
}

}  // namespace
}  // namespace ibtikar::test
