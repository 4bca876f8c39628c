// Workbooks that another program wrote: what LibreOffice makes of a table gives the rows that the
// table gives.
#include <filesystem>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "support/places.h"
#include "support/process.h"
#include "support/temp_dir.h"

namespace ibtikar::test {
namespace {

constexpr std::string_view kSavedTable =
    "id,title,date,goal.exists,goal.written,goal.years,people.who,people.seats,people.story\n"
    "P-1,Evening school,2026-11-30,yes,2,3.5,users|staff,users,\"Words, and \"\"more\"\"\non two lines\"\n"
    "P-2,مدرسة مسائية,2026-10-01,نعم,٢,٣٫٥,users  staff,users,\n"
    "\n"
    "003,Digits,,no,0,1.125,|,n/a,=1+1\n"
    "P-4,Wrong,,yes,9,1,users,users,\n";

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
