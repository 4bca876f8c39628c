// Attacks the promises of docs/guarantees.md where a test of a single part does not reach. Two are
// attacked elsewhere: the first (answers are on disk) in ask_chaos_test.cpp and ask_faults_test.cpp,
// the fifth (text stays text) in foreign_text_test.cpp.
#include <csignal>
#include <filesystem>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "support/dialogue.h"
#include "support/places.h"
#include "support/process.h"
#include "support/temp_dir.h"

namespace ibtikar::test {
namespace {

namespace fs = std::filesystem;

class Promises : public testing::Test {
 protected:
  Promises() {
    here_.write("r.json", read_file(fs::path(project_dir()) / "tests/data/valid/small.json"));
    here_.write("good.json", R"({"title": "Garden", "answers": {"goal.exists": true}})");
    here_.write("bad.json", R"({"answers": {"goal.written": 9}})");
    here_.write("old.json", "old");
    here_.write("old.txt", "old");
    here_.write("old.xlsx", "old");
    here_.write("old.db", "old");
    ::mkfifo((here_.path() / "pipe").c_str(), 0600);
  }

  [[nodiscard]] Finished shell(const std::string& script) const {
    return run_process({"sh", {"-c", script}, {}, plain_environment(), here_.path()});
  }
  /// All that is in the folder, to see that nothing is left behind.
  [[nodiscard]] std::string names() const { return shell("find . | sort").out; }

  const TempDir here_;
};

std::vector<std::string> words(std::string text) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    out.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

// 2: a report file is whole or not there; a failed run leaves what was there.

TEST_F(Promises, ASignalEndsEveryWaitAndLeavesNothingBehind) {
  const std::string before = names();
  for (const char* command :
       {"score -r r.json pipe -o old.txt", "score -r r.json good.json pipe -o old.xlsx",
        "score -r r.json - -o old.txt", "score -r pipe good.json -o old.txt",
        "score -r r.json good.json -o pipe", "report pipe -o old.txt", "merge pipe -o old.json",
        "compare good.json pipe -o old.txt", "rubric check pipe", "rubric show pipe",
        "rubric show -f json pipe", "rubric new pipe", "ask -r pipe n.json", "batch -r r.json pipe -o old.db",
        "batch -r r.json @pipe -o old.xlsx", "batch -r r.json - --top 1 -o old.txt",
        "batch -r r.json good.json --map pipe -o old.txt", "batch -r r.json good.json -f ndjson -o pipe"})
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
      Dialogue dialogue({.arguments = words(command), .directory = here_.path()});
      // Long enough for most to wait where they wait in the end; right wherever the signal comes.
      static_cast<void>(shell("sleep 0.05"));
      dialogue.signals(signal);
      EXPECT_EQ(dialogue.finish().signal, signal) << command;
      EXPECT_EQ(names(), before) << command;
      for (const char* old : {"old.json", "old.txt", "old.xlsx", "old.db"})
        EXPECT_EQ(here_.read(old), "old") << command;
    }
}

TEST_F(Promises, ASignalEndsAWaitForAReader) {
  static_cast<void>(shell("for i in $(seq 20000); do echo '{\"answers\": {}}'; done > many.ndjson"));
  const int reader = ::open((here_.path() / "pipe").c_str(), O_RDONLY | O_NONBLOCK);  // and reads nothing
  Dialogue dialogue({.arguments = words("batch -r r.json many.ndjson -o pipe -f ndjson --rejects old.txt -q"),
                     .directory = here_.path()});
  static_cast<void>(shell("sleep 0.3"));
  dialogue.signals(SIGTERM);
  EXPECT_EQ(dialogue.finish().signal, SIGTERM);
  EXPECT_EQ(here_.read("old.txt"), "old");
  ::close(reader);
}

TEST_F(Promises, WhatIsNoFileIsToldAndNoInterviewWaitsForIt) {
  const Finished asked = shell("ibtikar ask -r r.json pipe < /dev/null");
  EXPECT_EQ(asked.status, 4);
  EXPECT_EQ(asked.err, "pipe: is a pipe (FIFO); answers are kept in a file\n");
  EXPECT_EQ(shell("ibtikar ask -r r.json /dev/null < /dev/null").status, 4);
}

// 3: status 0 means that everything was written, standard output included.

TEST_F(Promises, AReaderThatLeavesEarlyHidesNoStatus) {
  const auto status_of = [&](const std::string& command) {
    return shell("{ ibtikar " + command + "; echo $? > status; } 2>/dev/null | true; cat status").out;
  };
  EXPECT_EQ(status_of("score -r r.json good.json good.json"), "0\n");
  EXPECT_EQ(status_of("score -r r.json good.json --fail-under 99"), "1\n");
  EXPECT_EQ(status_of("score -r r.json bad.json good.json --fail-under 99"), "3\n");
  EXPECT_EQ(status_of("score -r r.json gone.json good.json"), "4\n");
  EXPECT_EQ(status_of("batch -r r.json bad.json -f ndjson"), "3\n");
  EXPECT_EQ(status_of("rubric check bad.json r.json"), "3\n");
}

TEST_F(Promises, WhatGoesIntoFilesIsWholeThoughTheReaderOfTheRowsLeft) {
  const Finished finished = shell(
      "for i in $(seq 20000); do echo '{\"answers\": {\"goal.written\": 9}}'; done > many.ndjson\n"
      "{ ibtikar batch -q -r r.json many.ndjson -f ndjson --rejects rej.ndjson --summary s.json --answers "
      "a.csv; echo $? > status; "
      "} 2>/dev/null | true; cat status; grep -c '^{' rej.ndjson; grep -c '\"records\": 20000' s.json; "
      "wc -l < a.csv");
  EXPECT_EQ(finished.out, "3\n20000\n1\n1\n");
}

// 4: bad input never crashes the program and never counts as good.

TEST_F(Promises, ListsThatNameThemselvesEndWithTheChain) {
  here_.write("loop.txt", "good.json\n@loop.txt\n");
  const Finished loop = shell("ibtikar batch -r r.json @loop.txt -q --columns id,error");
  EXPECT_EQ(loop.status, 3);
  EXPECT_EQ(
      loop.err,
      "loop.txt:2:1: error: a list that names itself: loop.txt -> loop.txt; expected files, folders or other "
      "lists [list-cycle]\n");
  EXPECT_EQ(loop.out.find("{\"id\":\"good\",\"error\":null}\n"), 0U);
  here_.write("x.txt", "@y.txt\n");
  here_.write("y.txt", "@./z.txt\n");
  fs::create_symlink("x.txt", here_.path() / "again");
  here_.write("z.txt", "@again\n");
  EXPECT_NE(shell("ibtikar batch -r r.json @x.txt -q").err.find("x.txt -> y.txt -> ./z.txt -> again"),
            std::string::npos);
  for (int i = 0; i < 300; ++i) here_.write(fmt::format("long/{}", i), fmt::format("@long/{}\n", i + 1));
  const Finished long_chain = shell("ibtikar batch -r r.json @long/0 -q --columns error");
  EXPECT_EQ(long_chain.status, 3);
  EXPECT_NE(long_chain.err.find("lists in lists, more than 100 deep: long/0 -> long/1 -> "),
            std::string::npos)
      << long_chain.err;
  // A list may be named twice without being a loop.
  here_.write("twice.txt", "@names.txt\n@names.txt\n");
  here_.write("names.txt", "good.json\n");
  EXPECT_EQ(shell("ibtikar batch -r r.json @twice.txt -q --columns id").out,
            "{\"id\":\"good\"}\n{\"id\":\"good\"}\n");
}

TEST_F(Promises, ListsThatGrowWithoutEndAreStoppedByASignal) {
  for (int i = 0; i < 60; ++i) here_.write(fmt::format("d/{}", i), fmt::format("@d/{0}\n@d/{0}\n", i + 1));
  here_.write("d/60", "\n");
  Dialogue dialogue({.arguments = words("batch -r r.json @d/0"), .directory = here_.path()});
  static_cast<void>(shell("sleep 0.2"));
  dialogue.signals(SIGTERM);
  EXPECT_EQ(dialogue.finish().signal, SIGTERM);
}

// 7: nothing is hidden: what was skipped, capped, unknown or guessed is said.

TEST_F(Promises, WhatIsPassedOverInAFolderIsCountedAndNamedByItsEnding) {
  fs::create_directories(here_.path() / "all/inner");
  for (const char* name : {"a.json", "B.JSON", "inner/c.Csv", "d.docx", "e.xz", "f.bz2", "g.XZ", "README"})
    here_.write(std::string("all/") + name, "id,goal.exists\np,yes\n");
  here_.write("all/a.json", R"({"answers": {}})");
  here_.write("all/B.JSON", R"({"answers": {}})");
  ::mkfifo((here_.path() / "all/x.json").c_str(), 0600);
  fs::create_symlink("/dev/zero", here_.path() / "all/zero.json");
  const Finished finished = shell("ibtikar batch -r r.json all -f csv --columns id");
  EXPECT_EQ(finished.status, 0) << finished.err;
  EXPECT_EQ(finished.out, "id\r\nB\r\na\r\np\r\n");
  for (const char* told : {"\"all/x.json\" is a pipe (FIFO) and was passed over",
                           "\"all/zero.json\" is a device and was passed over",
                           "5 files in folders were passed over (1 without an ending, 1 .bz2, 1 .docx, 2 "
                           ".xz); batch reads .json"})
    EXPECT_NE(finished.err.find(told), std::string::npos) << told << "\n" << finished.err;
  fs::create_directories(here_.path() / "empty/inner");
  const Finished empty = shell("ibtikar batch -r r.json empty good.json -f ndjson --columns id");
  EXPECT_EQ(empty.status, 0);
  EXPECT_NE(empty.err.find("\"empty\" holds nothing to score"), std::string::npos) << empty.err;
}

TEST_F(Promises, WhatAnOutputIsCalledIsWhatItHolds) {
  for (const char* command :
       {"score -r r.json good.json -o out", "report saved.json -o out",
        "compare -r r.json good.json good.json -o out", "batch -r r.json good.json -o out",
        "batch -r r.json good.json --summary out", "merge s.json -o out", "rubric new out"})
    for (const char* ending :
         {".pdf", ".docx", ".parquet", ".PDF", ".ods", ".gz", ".json.gz", ".yaml", ".foo"}) {
      const Finished finished = shell(std::string("ibtikar ") + command + ending);
      EXPECT_EQ(finished.status, 2) << command << ending;
      EXPECT_NE(finished.err.find("it writes "), std::string::npos) << finished.err;
      EXPECT_FALSE(fs::exists(here_.path() / (std::string("out") + ending)));
    }
  const Finished pdf = shell("ibtikar score -r r.json good.json -o a.pdf");
  EXPECT_NE(pdf.err.find("--print-to-pdf=a.pdf a.html"), std::string::npos) << pdf.err;
  EXPECT_NE(shell("ibtikar batch -r r.json good.json -o b.parquet").err.find("duckdb"), std::string::npos);
  EXPECT_EQ(
      shell("ibtikar score -q -r r.json good.json -o R.HTML -o R.CSV -o r.Json; head -c 15 R.HTML; cat R.CSV "
            "| head -c 8; head -c 1 r.Json")
          .out,
      "<!doctype html>proposal{");
  EXPECT_EQ(shell("ibtikar score -q -r r.json good.json -o a.log -f text; head -c 6 a.log").out, "Garden");
}

TEST_F(Promises, WhatIsAskedForIsUnderstoodOrRefused) {
  for (const char* command :
       {"batch -r r.json good.json --top 0", "batch -r r.json good.json --top -1",
        "batch -r r.json good.json --skip -1", "batch -r r.json good.json --skip 1.5",
        "batch -r r.json good.json -l zz", "score -r r.json good.json -l zz",
        "compare -r r.json good.json good.json -l zz", "ask -r r.json n.json -l zz", "rubric show -l zz",
        "rubric list -l zz", "rubric new x.json -l zz", "batch -r r.json good.json -o a.csv -o b.csv"})
    EXPECT_EQ(shell(std::string("ibtikar ") + command + " < /dev/null").status, 2) << command;
  EXPECT_EQ(shell("LANG=zz_ZZ.UTF-8 ibtikar score -r r.json good.json").status, 0)
      << "only what was asked for";
  EXPECT_NE(shell("ibtikar batch -r r.json good.json -o a.csv -o b.csv")
                .err.find("--output is given more than once"),
            std::string::npos);
}

TEST_F(Promises, QuietIsQuiet) {
  for (const char* command :
       {"score -r r.json good.json", "compare -r r.json good.json good.json", "rubric check r.json",
        "score -r r.json good.json -o out.txt", "ask -r r.json n.json"}) {
    const Finished finished = shell(std::string("yes 1 | head -6 | ibtikar ") + command + " --quiet");
    EXPECT_EQ(finished.out + finished.err, "") << command;
    EXPECT_EQ(finished.status, 0) << command;
  }
  EXPECT_EQ(shell("ibtikar score -r r.json good.json -q -f json | head -c 1").out, "{") << "it was asked for";
  EXPECT_EQ(shell("ibtikar score -r r.json good.json -q -o - | head -c 6").out, "Garden");
  EXPECT_EQ(shell("ibtikar score -r r.json good.json --fail-under 99 -q").status, 1);
}

}  // namespace
}  // namespace ibtikar::test
