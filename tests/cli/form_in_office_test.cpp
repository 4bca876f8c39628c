// The workbook of a form in LibreOffice: lists and comments are there, and what it saves as CSV is read
// without a mapping.
#include <filesystem>
#include <string>

#include <gtest/gtest.h>

#include "support/places.h"
#include "support/process.h"
#include "support/temp_dir.h"

namespace ibtikar::test {
namespace {

namespace fs = std::filesystem;

class FormInLibreOffice : public testing::TestWithParam<const char*> {
 protected:
  FormInLibreOffice() {
    here_.write("r.json", read_file(fs::path(project_dir()) / "tests/data/valid/small.json"));
    here_.write("p.json",
                "{\"id\": \"P-1\", \"title\": \"مدرسة\", \"answers\": {\"goal.exists\": true,"
                "\"goal.written\": 2, \"people.seats\": \"users\", \"goal.years\": 7}}");
  }

  Finished shell(const std::string& script) const {
    return run_process({"sh", {"-c", script}, {}, plain_environment(), here_.path()});
  }
  void convert(const std::string& to, const std::string& file) const {
    const Finished finished = shell(
        "command -v soffice >/dev/null || { echo 'this test needs libreoffice-calc' >&2; exit 9; }\n"
        "soffice -env:UserInstallation=file://$PWD/office --headless --convert-to '" +
        to + "' " + file + " </dev/null >office.log 2>&1 || { cat office.log >&2; exit 9; }");
    ASSERT_EQ(finished.status, 0) << finished.err;
  }
  static std::size_t count_of(const std::string& text, const std::string& what) {
    std::size_t count = 0;
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++count;
    return count;
  }

  const TempDir here_;
};

TEST_P(FormInLibreOffice, HasListsAndCommentsAndComesBackAsCsv) {
  const std::string language = GetParam();
  const std::string form = "ibtikar form -r r.json -l " + language;
  ASSERT_EQ(shell(form + " -o blank.xlsx -o blank.csv && " + form +
                  " --open p.json --layout rows -o open.xlsx -o open.csv")
                .status,
            0);
  convert("fods", "blank.xlsx");
  const std::string blank = here_.read("blank.fods");
  EXPECT_GE(count_of(blank, "<table:content-validation "), 6U) << "a list or bounds for each kind of cell";
  EXPECT_GE(count_of(blank, "<office:annotation "), 20U) << "a comment for each column";
  EXPECT_EQ(count_of(blank, "table:display=\"false\""), 1U) << "the sheet of the lists is hidden";
  // UTF-8, commas, the first sheet.
  convert("csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1", "open.xlsx");
  const std::string saved = shell("ls open*.csv | grep -v '^open.csv$'; true").out;
  const std::string name = saved.empty() ? "open.csv" : saved.substr(0, saved.find('\n'));
  const std::string batch = "ibtikar batch -r r.json -q -f ndjson ";
  const Finished scored = shell(batch + name + " --answers a.csv");
  EXPECT_EQ(scored.status, 0) << scored.err << here_.read(name);
  const std::string answers = here_.read("a.csv");
  for (const char* cells : {"P-1,,goal,goal.exists,answered,yes", "P-1,,goal,goal.written,answered,2",
                            "P-1,,people,people.seats,answered,users", "P-1,,goal,goal.years,answered,7"})
    EXPECT_NE(answers.find(cells), std::string::npos) << answers;
}

INSTANTIATE_TEST_SUITE_P(Languages, FormInLibreOffice, testing::Values("en", "ar"),
                         [](const auto& info) { return std::string(info.param); });

}  // namespace
}  // namespace ibtikar::test
