// `ibtikar batch` where a transcript does not reach: signals, full disks, readers that leave, folders of
// files.
#include <csignal>
#include <filesystem>
#include <string>

#include <gtest/gtest.h>

#include "support/dialogue.h"
#include "support/process.h"
#include "support/temp_dir.h"

namespace ibtikar::test {
namespace {

namespace fs = std::filesystem;

constexpr const char* kRecord = R"({"id": "one", "answers": {"goal.exists": true}})";

class BatchCommand : public testing::Test {
 protected:
  BatchCommand() {
    fs::copy_file(fs::path(IBTIKAR_SOURCE_DIR) / "tests/data/valid/small.json", here_.path() / "r.json");
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

TEST_F(BatchCommand, CtrlCWritesWholeOutputAndSaysWhereToGoOn) {
  Dialogue dialogue({.arguments = {"batch", "-r", "r.json", "-", "--columns", "id", "--summary", "s.json",
                                   "-o", "/dev/stderr", "-q"},
                     .directory = here_.path()});
  dialogue.says(std::string(kRecord) + "\n" + kRecord + "\n");
  ASSERT_TRUE(dialogue.hears("{\"id\":\"one\"}\n{\"id\":\"one\"}\n")) << "rows come while the input lasts";
  dialogue.signals(SIGINT);
  const Finished finished = dialogue.finish();
  EXPECT_EQ(finished.signal, SIGINT);
  EXPECT_NE(finished.err.find("stopped after 2 records; the same command with --skip 2 goes on there"),
            std::string::npos)
      << finished.err;
  EXPECT_NE(here_.read("s.json").find("\"scored\": 2"), std::string::npos);
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
            "{\"id\":null,\"error\":\"all/dead.json: opening: No such file or directory\"}\n");
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
  EXPECT_EQ(
      finished.out,
      "{\"id\":\"one\",\"error\":null}\n"
      "{\"id\":null,\"error\":\"standard input:2:1: error: a record of more than 16777216 bytes; expected at "
      "most that [too-large]\"}\n{\"id\":\"one\",\"error\":null}\n");
}

TEST_F(BatchCommand, ADeviceWithoutAnEndIsRefused) {
  const Finished finished = shell("ibtikar batch -r r.json --input-format json /dev/zero --columns id -q");
  EXPECT_EQ(finished.status, 3) << finished.err;
}

}  // namespace
}  // namespace ibtikar::test
