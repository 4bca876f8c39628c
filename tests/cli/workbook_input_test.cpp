// Workbooks give what the same cells give as a table of text: forms that came back, and what LibreOffice
// makes of a table.
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "support/places.h"
#include "support/process.h"
#include "support/temp_dir.h"
#include "support/workbooks.h"

namespace ibtikar::test {
namespace {

constexpr std::string_view kSavedTable =
    "id,title,date,goal.exists,goal.written,goal.years,people.who,people.seats,people.story\n"
    "P-1,Evening school,2026-11-30,yes,2,3.5,users|staff,users,\"Words, and \"\"more\"\"\non two lines\"\n"
    "P-2,مدرسة مسائية,2026-10-01,نعم,٢,٣٫٥,users  staff,users,\n"
    "\n"
    "003,Digits,,no,0,1.125,|,n/a,=1+1\n"
    "P-4,Wrong,,yes,9,1,users,users,\n";

/// The cells of a form of one proposal, a row for each question.
const std::vector<std::vector<std::string>> kForm = {
    {"السؤال", "الإجابة", "الدليل", "ملاحظة", "معرّف السؤال"},
    {"", "P-1", "", "", "id"},
    {"", "Evening school", "", "", "title"},
    {"Part one", "", "", "", ""},
    {"", "2 · Fully", "measured · Measured", "", "goal.written"},
    {"", "7", "", "two\nlines", "goal.years"},
    {"", "نعم", "measured", "Seen by us", "goal.exists"}};

TEST(WorkbookForms, OfOneProposalAreReadAsTheirTableIs) {
  std::string csv;
  std::string excel;
  std::string open_document;
  for (const std::vector<std::string>& row : kForm) {
    for (std::size_t c = 0; c < row.size(); ++c) csv += fmt::format("{}\"{}\"", c == 0 ? "" : ",", row[c]);
    csv += '\n';
    excel += text_row(row);
    open_document += ods_text_row(row);
  }
  const TempDir here;
  here.write("r.json", read_file(std::filesystem::path(project_dir()) / "tests/data/valid/small.json"));
  here.write("form.csv", csv);
  here.write("form.xlsx", xlsx(excel));
  here.write("form.ods", ods_sheet(open_document));
  const auto read = [&](const std::string& command, const std::string& file) {
    here.write("p.json", "{\"id\": \"P-1\", \"answers\": {}}");
    Command run{program(), {command, "-r", "r.json"}};
    if (command == "fill") run.arguments.insert(run.arguments.end(), {"p.json", file, "-o", "-"});
    if (command == "batch") run.arguments.insert(run.arguments.end(), {file, "-f", "csv", "-q"});
    run.directory = here.path();
    const Finished finished = run_process(run);
    EXPECT_EQ(finished.status, 0) << command << ' ' << file << '\n' << finished.err;
    return finished.out + finished.err;
  };
  for (const std::string command : {"batch", "fill"}) {
    const std::string expected = read(command, "form.csv");
    EXPECT_NE(expected.find("P-1"), std::string::npos) << expected;
    EXPECT_EQ(read(command, "form.xlsx"), expected);
    EXPECT_EQ(read(command, "form.ods"), expected);
  }
}

TEST(WorkbooksInLibreOffice, GiveTheRowsOfTheTableThatTheyWereMadeOf) {
  const TempDir here;
  here.write("r.json", read_file(std::filesystem::path(project_dir()) / "tests/data/valid/small.json"));
  here.write("table.csv", kSavedTable);
  const auto rows_of = [&](const std::string& file) {
    Command batch{program(),
                  {"batch", "-r", "r.json", file, "-q", "-f", "csv", "--columns",
                   "id,title,overall,overall_low,overall_high,completeness"}};
    batch.directory = here.path();
    const Finished finished = run_process(batch);
    EXPECT_EQ(finished.status, 3) << finished.err;
    return finished.out;
  };
  const std::string expected = rows_of("table.csv");
  for (const char* format : {"xlsx", "ods"}) {
    // Texts stay texts: else LibreOffice would make a number of 003.
    Command soffice{"soffice",
                    {"-env:UserInstallation=file://" + (here.path() / "profile").string(), "--headless",
                     "--infilter=CSV:44,34,76,1,1/2,1033,false,true", "--convert-to", format, "table.csv"}};
    soffice.environment["HOME"] = here.path();
    soffice.directory = here.path();
    const Finished made = run_process(soffice);
    ASSERT_NE(made.status, 127) << "this test needs libreoffice-calc; ./dev test installs it";
    EXPECT_EQ(rows_of(fmt::format("table.{}", format)), expected) << format;
  }
}

}  // namespace
}  // namespace ibtikar::test
