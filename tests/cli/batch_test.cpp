// `ibtikar batch` where a transcript does not reach: signals, full disks, readers that leave, folders of
// files.
#include <csignal>
#include <filesystem>
#include <string>

#include <gtest/gtest.h>

#include "support/dialogue.h"
#include "support/places.h"
#include "support/process.h"
#include "support/temp_dir.h"

namespace ibtikar::test {
namespace {

namespace fs = std::filesystem;

constexpr const char* kRecord = R"({"id": "one", "answers": {"goal.exists": true}})";

class BatchCommand : public testing::Test {
 protected:
  BatchCommand() {
    fs::copy_file(fs::path(test::project_dir()) / "tests/data/valid/small.json", here_.path() / "r.json");
  }

  [[nodiscard]] Finished shell(const std::string& script) const {
    Command command{"sh", {"-c", script}};
    command.directory = here_.path();
    return run_process(command);
  }

  const TempDir here_;
};

TEST_F(BatchCommand, EndlessInputIsScoredAsItComesAndEndsWithAReaderThatLeaves) {
  const Finished finished =
      shell("yes '" + std::string(kRecord) + "' | ibtikar batch -r r.json - --columns id -q | head -2");
  EXPECT_EQ(finished.out, "{\"id\":\"one\"}\n{\"id\":\"one\"}\n");
  EXPECT_EQ(finished.err, "");
}

TEST_F(BatchCommand, CtrlCWritesWholeRowsAndSaysHowToGoOn) {
  Dialogue dialogue({.arguments = {"batch", "-r", "r.json", "-", "--columns", "id", "--summary", "s.json",
                                   "-o", "/dev/stderr", "-q"},
                     .directory = here_.path()});
  dialogue.says(std::string(kRecord) + "\n" + kRecord + "\n");
  ASSERT_TRUE(dialogue.hears("{\"id\":\"one\"}\n{\"id\":\"one\"}\n")) << "rows come while the input lasts";
  dialogue.signals(SIGINT);
  const Finished finished = dialogue.finish();
  EXPECT_EQ(finished.signal, SIGINT);
  EXPECT_NE(finished.err.find("stopped after 2 records; no output was changed"), std::string::npos)
      << finished.err;
  EXPECT_FALSE(fs::exists(here_.path() / "s.json")) << "a summary of a part is no summary";
  EXPECT_NE(here_.read("s.json.resume").find("\"scored\": 2"), std::string::npos);
}

TEST_F(BatchCommand, AFullDiskIsToldAndNothingHalfIsLeft) {
  here_.write("in.ndjson", std::string(kRecord) + "\n");
  const Finished full = shell("ibtikar batch -r r.json in.ndjson -q > /dev/full");
  EXPECT_EQ(full.status, 4);
  EXPECT_EQ(full.err, "standard output: No space left on device\n");
  here_.write("old.csv", "old");
  const Finished limited = shell("ulimit -f 0; ibtikar batch -r r.json in.ndjson -q -o old.csv");
  EXPECT_EQ(limited.status, 4) << limited.err;
  EXPECT_EQ(here_.read("old.csv"), "old");
  for (const auto& entry : fs::directory_iterator(here_.path()))
    EXPECT_NE(entry.path().extension(), ".tmp") << entry.path();
}

TEST_F(BatchCommand, FoldersAreReadByNameOnceEach) {
  const Finished finished = shell(
      "mkdir -p all/b/c; cd all; for n in b/2 b/c/3 a 10 9; do echo '{\"answers\": {}}' > $n.json; done\n"
      "ln -s .. b/up; ln -s ../all again; ln -s gone.json dead.json; echo '{\"answers\": {}}' > "
      ".hidden.json\n"
      "printf '{\"answers\": {}}' > BIG.JSON; cd ..; ibtikar batch -r r.json all --columns id,error -q");
  EXPECT_EQ(finished.status, 4);
  EXPECT_EQ(finished.out,
            "{\"id\":\"10\",\"error\":null}\n{\"id\":\"9\",\"error\":null}\n{\"id\":\"BIG\",\"error\":null}\n"
            "{\"id\":\"a\",\"error\":null}\n{\"id\":\"2\",\"error\":null}\n{\"id\":\"3\",\"error\":null}\n"
            "{\"id\":\"dead\",\"error\":\"all/dead.json: opening: No such file or directory\"}\n");
}

TEST_F(BatchCommand, PackedInputIsTheSameAndDamageIsTold) {
  const Finished made =
      shell("for i in $(seq 1 3000); do echo '" + std::string(kRecord) +
            "'; done > in.ndjson; gzip -k in.ndjson; head -c 60 in.ndjson.gz > cut.ndjson.gz\n"
            "cat in.ndjson.gz in.ndjson.gz > twice.ndjson.gz");
  ASSERT_EQ(made.status, 0) << made.err;
  EXPECT_EQ(shell("ibtikar batch -r r.json in.ndjson -q | cksum").out,
            shell("ibtikar batch -r r.json in.ndjson.gz -q | cksum").out);
  EXPECT_EQ(shell("ibtikar batch -r r.json twice.ndjson.gz -q | wc -l").out, "6000\n");
  const Finished cut = shell("ibtikar batch -r r.json cut.ndjson.gz -q");
  EXPECT_EQ(cut.status, 4);
  EXPECT_NE(cut.err.find("cut.ndjson.gz: unpacking: the data end too early"), std::string::npos) << cut.err;
}

TEST_F(BatchCommand, AHugeLineIsRefusedInLittleMemoryAndTheRestIsScored) {
  const Finished finished =
      shell("{ echo '" + std::string(kRecord) + "'; head -c 200000000 /dev/zero | tr '\\0' x; echo; echo '" +
            kRecord + "'; } | ibtikar batch -r r.json - --columns id,error -q");
  EXPECT_EQ(finished.status, 3);
  EXPECT_EQ(finished.out,
            "{\"id\":\"one\",\"error\":null}\n"
            "{\"id\":\"standard input:2\",\"error\":\"standard input:2:1: error: a record of more than "
            "16777216 bytes; expected at "
            "most that [too-large]\"}\n{\"id\":\"one\",\"error\":null}\n");
}

TEST_F(BatchCommand, WhatIsNoFileIsRefusedAndAPipeIsRead) {
  here_.write("one.ndjson", std::string(kRecord) + "\n");
  const Finished device = shell("ibtikar batch -r r.json /dev/zero one.ndjson --columns id -q");
  EXPECT_EQ(device.status, 4);
  EXPECT_EQ(device.out, "{\"id\":\"zero\"}\n{\"id\":\"one\"}\n");
  EXPECT_EQ(device.err, "/dev/zero: is a device; expected a file\n");
  const Finished pipe = shell("mkfifo f; cat one.ndjson > f & ibtikar batch -r r.json f --columns id -q");
  EXPECT_EQ(pipe.status, 0);
  EXPECT_EQ(pipe.out, "{\"id\":\"one\"}\n");
  EXPECT_EQ(shell("ibtikar batch -r r.json - --columns id -q <&-").status, 4) << "standard input is closed";
  EXPECT_EQ(shell("ibtikar batch -r r.json one.ndjson --columns id -q <&-").status, 0) << "and not needed";
  EXPECT_EQ(shell("ibtikar batch -r r.json one.ndjson --columns id -q >&-").status, 4);
}

TEST_F(BatchCommand, FoldersDeeperThanAPathAreRead) {
  const Finished finished = shell(
      "d=$(printf 'x%.0s' $(seq 100)); mkdir deep; cd deep; for i in $(seq 60); do mkdir $d; cd $d; done\n"
      "echo '{\"answers\": {}}' > deepest.json; cd " +
      here_.path().string() + "; ibtikar batch -r r.json deep --columns id,error -q; rm -rf deep");
  EXPECT_EQ(finished.status, 0) << finished.err;
  EXPECT_EQ(finished.out, "{\"id\":\"deepest\",\"error\":null}\n");
  const Finished too_long =
      shell("ibtikar batch -r r.json $(printf 'y%.0s' $(seq 300)).json -q --columns id");
  EXPECT_EQ(too_long.status, 4);
  EXPECT_NE(too_long.err.find("yyy.json: opening: File name too long"), std::string::npos) << too_long.err;
}

TEST_F(BatchCommand, SparseAndEndlessFilesTakeLittleMemoryAndTime) {
  const Finished finished =
      shell("truncate -s 5G s.json; truncate -s 1G s.ndjson; echo '" + std::string(kRecord) +
            "' >> s.ndjson; echo '" + kRecord + "' >> s.ndjson\n" +
            "ibtikar batch -r r.json s.json s.ndjson --columns id -q");
  EXPECT_EQ(finished.status, 3) << finished.err;
  EXPECT_EQ(finished.out, "{\"id\":\"s\"}\n{\"id\":\"s.ndjson:1\"}\n{\"id\":\"one\"}\n");
}

TEST_F(BatchCommand, NamesThatTryThingsAreShownHarmless) {
  const Finished finished = shell(
      "mkdir n; printf '{' > n/$(printf 'a\\033[31m').json; cd n; printf '{' > 'b%s{}\"q.json'; printf '{' > "
      "'-rf.json'\n"
      "ibtikar batch -r ../r.json . --columns id -q");
  EXPECT_EQ(finished.status, 3);
  EXPECT_EQ(finished.err.find('\x1B'), std::string::npos);
  EXPECT_NE(finished.err.find("./a<U+001B>[31m.json:1:2: error"), std::string::npos) << finished.err;
  EXPECT_NE(finished.err.find("b%s{}\"q.json:1:2: error"), std::string::npos) << finished.err;
}

TEST_F(BatchCommand, WhatIsGivenTwiceIsTold) {
  here_.write("one.ndjson",
              std::string(kRecord) + "\n" + kRecord + "\n{\"answers\": {}}\n{\"answers\": {}}\n");
  const Finished finished =
      shell("ibtikar batch -r r.json one.ndjson one.ndjson --columns id -f ndjson -j 3 2>&1");
  for (const char* line : {"ibtikar: warning: \"one.ndjson\" is given twice and scored twice\n",
                           "ibtikar: warning: records 1 and 2 have the same id \"one\"\n",
                           "ibtikar: warning: records 1 and 6 have the same id \"one\"\n",
                           "ibtikar: warning: records 3 and 7 have the same id \"one.ndjson:3\"\n",
                           "ibtikar: warning: 5 records repeat an id\n"})
    EXPECT_NE(finished.out.find(line), std::string::npos) << line << finished.out;
}

TEST_F(BatchCommand, LittleMemoryNoThreadsAndFewDescriptorsAreEnoughOrTold) {
  const Finished made =
      shell("for i in $(seq 1 2000); do echo '" + std::string(kRecord) + "'; done > in.ndjson");
  ASSERT_EQ(made.status, 0);
  EXPECT_EQ(shell("ulimit -n 20; ibtikar batch -r r.json in.ndjson -j 8 -q | wc -l").out, "2000\n");
  const std::string expected = shell("ibtikar batch -r r.json in.ndjson -j 1 -q | cksum").out;
  EXPECT_EQ(shell("ibtikar batch -r r.json in.ndjson -j 1000 -q | cksum").out, expected);
  EXPECT_EQ(
      shell(
          "LC_ALL=de_DE.UTF-8 TZ=Asia/Kathmandu COLUMNS=-5 ibtikar batch -r r.json in.ndjson -j 2 -q | cksum")
          .out,
      expected);
}

TEST_F(BatchCommand, AQuotationMarkThatIsNeverClosedCostsOneRowHoweverMuchFollows) {
  const Finished finished = shell(
      "{ echo id,goal.exists; echo '\"open,1'; head -c 20000000 /dev/zero | tr '\\0' '\\n'; echo last,1; } "
      "| ibtikar batch -r r.json --input-format csv - --columns id,error -q 2>/dev/null");
  EXPECT_EQ(finished.status, 3);
  EXPECT_EQ(finished.out,
            "{\"id\":\"standard input:2\",\"error\":\"standard input:2:1: error: this quotation mark is not "
            "closed; expected "
            "another "
            "one at the cell's end, within 1 MiB, and those inside it doubled [unclosed-quote]\"}\n"
            "{\"id\":\"last\",\"error\":null}\n");
}

TEST_F(BatchCommand, ARowIsLimitedAndSoAreColumns) {
  const Finished finished = shell(
      "{ echo id,goal.exists; echo a,1; head -c 40000000 /dev/zero | tr '\\0' ,; echo; echo b,1; } > "
      "long.csv\n"
      "{ printf goal.exists; head -c 40000 /dev/zero | tr '\\0' ,; echo; echo 1; } > wide.csv\n"
      "ibtikar batch -r r.json long.csv wide.csv --columns id,error -q 2>/dev/null");
  EXPECT_EQ(finished.status, 3);
  EXPECT_EQ(finished.out,
            "{\"id\":\"a\",\"error\":null}\n"
            "{\"id\":\"long.csv:3\",\"error\":\"long.csv:3:1: error: a record of more than 16777216 bytes; "
            "expected at most "
            "that [too-large]\"}\n{\"id\":\"b\",\"error\":null}\n"
            "{\"id\":\"wide.csv:1\",\"error\":\"wide.csv:1:40012: error: more than 40000 columns "
            "[too-many-columns]\"}\n");
}

TEST_F(BatchCommand, RowsOfATableComeAsTheyAreWrittenIntoAPipe) {
  Dialogue dialogue({.arguments = {"batch", "-r", "r.json", "-", "--input-format", "csv", "--columns", "id",
                                   "-o", "/dev/stderr", "-q"},
                     .directory = here_.path()});
  dialogue.says("id,goal.exists\none,1\n\"two\nlines");
  ASSERT_TRUE(dialogue.hears("{\"id\":\"one\"}\n")) << "rows come while the input lasts";
  dialogue.says("\",1\n");
  ASSERT_TRUE(dialogue.hears("{\"id\":\"two\\nlines\"}\n"));
  dialogue.signals(SIGINT);
  EXPECT_EQ(dialogue.finish().signal, SIGINT);
}

}  // namespace
}  // namespace ibtikar::test
