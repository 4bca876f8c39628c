// Where reports go when the place misbehaves: full disks, closed streams, readers that leave, links,
// modes, folders nobody may write to.
#include <gtest/gtest.h>

#include <filesystem>

#include <unistd.h>

#include "support/places.h"
#include "support/process.h"
#include "support/temp_dir.h"

namespace ibtikar {
namespace {

namespace fs = std::filesystem;

class Output : public testing::Test {
 protected:
  Output() {
    fs::copy_file(fs::path(test::project_dir()) / "tests/data/valid/small.json", place_.path() / "r.json");
    place_.write("p.json", R"({"title": "Garden", "answers": {"goal.exists": true}})");
  }

  /// Runs a shell line in the folder; $I is the program scoring the proposal.
  test::Finished sh(const std::string& line) {
    return test::run_process(
        {.program = "/bin/sh",
         .arguments = {"-c", "I='" + test::program() + " score -r r.json p.json'; " + line},
         .directory = place_.path()});
  }
  std::string read(const std::string& name) { return place_.read(name); }

  test::TempDir place_;
};

TEST_F(Output, FailsWith4WhenTheDiskIsFull) {
  const auto result = sh("$I > /dev/full");
  EXPECT_EQ(result.status, 4);
  EXPECT_EQ(result.err, "standard output: No space left on device\n");
  EXPECT_EQ(sh("$I -o /dev/full").status, 4);
  EXPECT_EQ(sh(test::program() + " --help > /dev/full").status, 4);
  EXPECT_EQ(sh(test::program() + " version > /dev/full").status, 4);
}

TEST_F(Output, FailsWith4WhenStandardOutputIsClosed) { EXPECT_EQ(sh("$I >&-").status, 4); }

TEST_F(Output, PutsNothingMeantForAStreamIntoAFile) {
  EXPECT_EQ(sh("$I -o report.txt >&- 2>&-").status, 0);
  EXPECT_EQ(read("report.txt").compare(0, 6, "Garden"), 0);
  EXPECT_EQ(sh(test::program() + " score -r r.json gone.json p.json -o report.txt 2>&-").status, 4);
  EXPECT_EQ(read("report.txt").compare(0, 6, "Garden"), 0);
}

TEST_F(Output, KeepsItsStatusWhenStandardErrorIsFullOrClosed) {
  EXPECT_EQ(sh(test::program() + " score gone.json 2>/dev/full").status, 4);
  EXPECT_EQ(sh("$I --fail-under 99 2>&- >/dev/null").status, 1);
}

TEST_F(Output, EndsQuietlyWhenTheReaderLeaves) {
  for (const std::string& line : {std::string("$I"), std::string("trap '' PIPE; $I"),
                                  test::program() + " --help", test::program() + " rubric schema"}) {
    const auto result = sh("{ " + line + "; echo $? >status; } | true; cat status");
    EXPECT_EQ(result.out, "0\n") << line;
    EXPECT_EQ(result.err, "") << line;
  }
}

TEST_F(Output, DoesNotNeedStandardInput) {
  EXPECT_EQ(sh("$I <&- >/dev/null").status, 0);
  EXPECT_EQ(sh(test::program() + " score -r r.json - <&-").status, 4);
}

TEST_F(Output, LeavesTheOldReportWhenTheFileCannotGrow) {
  place_.write("report.json", "old");
  const auto result = sh("ulimit -f 0; $I -o report.json");
  EXPECT_EQ(result.status, 4);
  EXPECT_EQ(result.err, "report.json: writing: File too large\n");
  EXPECT_EQ(read("report.json"), "old");
  EXPECT_EQ(sh("ls -A").out, "p.json\nr.json\nreport.json\n") << "no temporary file is left";
}

TEST_F(Output, WritesThroughALinkAndKeepsTheModeOfAnOldFile) {
  place_.write("real.txt", "old");
  fs::permissions(place_.path() / "real.txt", fs::perms{0640});
  fs::create_symlink("real.txt", place_.path() / "link.txt");
  EXPECT_EQ(sh("$I -o link.txt").status, 0);
  EXPECT_TRUE(fs::is_symlink(place_.path() / "link.txt"));
  EXPECT_EQ(read("real.txt").compare(0, 6, "Garden"), 0);
  EXPECT_EQ(fs::status(place_.path() / "real.txt").permissions(), fs::perms{0640});
}

TEST_F(Output, GivesNewReportsTheModeThatTheUmaskLeaves) {
  for (const auto& [mask, mode] : {std::pair{"022", 0644U}, {"077", 0600U}, {"002", 0664U}}) {
    EXPECT_EQ(sh(std::string("rm -f new.txt; umask ") + mask + "; $I -o new.txt").status, 0);
    EXPECT_EQ(fs::status(place_.path() / "new.txt").permissions(), static_cast<fs::perms>(mode)) << mask;
  }
}

TEST_F(Output, WritesStraightToDevicesAndFifos) {
  EXPECT_EQ(sh("$I -o /dev/stdout").out.compare(0, 6, "Garden"), 0);
  EXPECT_EQ(sh("mkfifo f; cat f & $I -o f; wait").out.compare(0, 6, "Garden"), 0);
}

TEST_F(Output, RefusesAFolderNobodyMayWriteTo) {
  if (::getuid() != 0) GTEST_SKIP() << "needs root to become somebody else";
  fs::create_directory(place_.path() / "closed");
  fs::permissions(place_.path(), fs::perms{0755});
  const auto result = sh("setpriv --reuid=65534 --regid=65534 --clear-groups $I -o closed/report.txt");
  EXPECT_EQ(result.status, 4);
  EXPECT_EQ(result.err, "closed/report.txt: creating: Permission denied\n");
}

TEST_F(Output, ReadsFifosAndRefusesWhatIsNoFile) {
  EXPECT_EQ(sh("mkfifo in; cat p.json > in & " + test::program() + " score -r r.json in -f ndjson >/dev/null")
                .status,
            0);
  const auto zero = sh(test::program() + " score -r r.json /dev/zero");
  EXPECT_EQ(zero.status, 3);
  const auto sparse = sh("truncate -s 5G big.json; " + test::program() + " score -r r.json big.json");
  EXPECT_EQ(sparse.status, 3);
  EXPECT_EQ(sparse.err,
            "big.json:1:16777217: error: more than 16777216 bytes; expected at most that; `ibtikar batch` "
            "reads files of many "
            "proposals, whatever their size [too-large]\n");
}

TEST_F(Output, ShowsHostileFileNamesOnOneHarmlessLine) {
  const auto result = sh(test::program() + " score -r r.json \"$(printf 'a\\nb\\033[31m\\200.json')\"");
  EXPECT_EQ(result.status, 4);
  EXPECT_EQ(result.err, "a\\nb<U+001B>[31m<80>.json: opening: No such file or directory\n");
}

TEST_F(Output, IsTheSameInEveryLocaleAndTimeZone) {
  const std::string plain = sh("env -i $I -f json").out;
  ASSERT_FALSE(plain.empty());
  for (const char* world :
       {"LC_ALL=de_DE.UTF-8", "LC_ALL=ar_EG.UTF-8", "LC_ALL=tr_TR.UTF-8", "LC_ALL=nowhere", "TZ=Asia/Kabul",
        "TZ=nonsense COLUMNS=-5", "HOME=/nonexistent COLUMNS=100000000000000000000"})
    EXPECT_EQ(sh(std::string("env -i ") + world + " $I -f json").out, plain) << world;
}

}  // namespace
}  // namespace ibtikar
