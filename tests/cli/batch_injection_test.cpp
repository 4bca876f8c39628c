// `ibtikar batch` when one system call on the folder of its outputs, or of its input, fails: every one, in
// turn.
//
// Each output is the old one or the new one, whole; what failed makes the exit status 4; nothing is left
// beside. The calls fail by a library that is preloaded: tests/support/failing_calls.cpp.
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <ostream>
#include <string>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "support/places.h"
#include "support/process.h"
#include "support/temp_dir.h"

namespace ibtikar::test {
namespace {

namespace fs = std::filesystem;

/// More calls than any run here makes.
constexpr int kMostBatchCalls = 100;

struct BatchFault {
  const char* call;
  int error;
  friend void PrintTo(const BatchFault& fault, std::ostream* out) {
    *out << fault.call << " " << ::strerrorname_np(fault.error);
  }
};

class BatchInjection : public testing::TestWithParam<BatchFault> {
 protected:
  BatchInjection() {
    fs::copy_file(fs::path(test::project_dir()) / "tests/data/valid/small.json", here_.path() / "r.json");
    std::string records;
    for (int i = 0; i < 3; ++i)
      records += fmt::format("{{\"id\": \"p{}\", \"answers\": {{\"goal.exists\": true}}}}\n", i) + "{bad\n";
    here_.write("in/records.ndjson", records);
  }

  void begin_anew() const {
    fs::remove(mark());
    fs::remove_all(here_.path() / "out");
    for (const char* name : {"rows.csv", "summary.json", "bad.ndjson", "answers.csv"})
      here_.write(fs::path("out") / name, "old");
  }

  [[nodiscard]] fs::path mark() const { return here_.path() / "came"; }

  [[nodiscard]] Finished run(const char* folder, int nth) const {
    const std::string out = here_.path() / "out";
    Command command{test::program(),
                    {"batch", "-r", "r.json", here_.path() / "in/records.ndjson", "-j", "1", "-q", "-o",
                     out + "/rows.csv", "--columns", "id", "--summary", out + "/summary.json", "--rejects",
                     out + "/bad.ndjson", "--answers", out + "/answers.csv"}};
    command.directory = here_.path();
    if (nth > 0) {
      command.environment["LD_PRELOAD"] = IBTIKAR_FAILING_CALLS;
      command.environment["ASAN_OPTIONS"] += ":verify_asan_link_order=0";
      command.environment["FAIL_CALL"] = GetParam().call;
      command.environment["FAIL_NTH"] = std::to_string(nth);
      command.environment["FAIL_ERRNO"] = std::to_string(GetParam().error);
      command.environment["FAIL_FOLDER"] = folder;
      command.environment["FAIL_MARK"] = mark().string();
    }
    return run_process(command);
  }

  const TempDir here_;
};

TEST_P(BatchInjection, LeavesEveryOutputOldOrNew) {
  begin_anew();
  ASSERT_EQ(run("", 0).status, 3);
  const std::string rows = here_.read("out/rows.csv");
  const std::string summary = here_.read("out/summary.json");
  const std::string rejects = here_.read("out/bad.ndjson");
  const std::string answers = here_.read("out/answers.csv");
  ASSERT_EQ(rows, "id\r\np0\r\nrecords.ndjson:2\r\np1\r\nrecords.ndjson:4\r\np2\r\nrecords.ndjson:6\r\n");
  int came = 0;
  for (int nth = 1; nth < kMostBatchCalls; ++nth) {
    begin_anew();
    const Finished finished = run((here_.path() / "out").c_str(), nth);
    if (!fs::exists(mark())) break;
    ++came;
    const std::string context = fmt::format("{} number {}: {}", GetParam().call, nth, finished.err);
    // An interrupted close is no failure; whatever else fails is told.
    EXPECT_EQ(finished.status, GetParam().error == EINTR ? 3 : 4) << context;
    for (const auto& [name, made] : {std::pair{"out/rows.csv", rows},
                                     {"out/summary.json", summary},
                                     {"out/bad.ndjson", rejects},
                                     {"out/answers.csv", answers}}) {
      const std::string now = here_.read(name);
      EXPECT_TRUE(now == "old" || now == made) << name << "\n" << context << now;
    }
    for (const auto& entry : fs::directory_iterator(here_.path() / "out"))
      EXPECT_NE(entry.path().extension(), ".tmp") << context;
  }
  EXPECT_GT(came, 0) << "no such call was made";
}

INSTANTIATE_TEST_SUITE_P(Calls, BatchInjection,
                         testing::Values(BatchFault{"write", ENOSPC}, BatchFault{"write", EIO},
                                         BatchFault{"fsync", EIO}, BatchFault{"close", EDQUOT},
                                         BatchFault{"close", EINTR}, BatchFault{"rename", EROFS},
                                         BatchFault{"open", EMFILE}),
                         [](const auto& info) {
                           return std::string(info.param.call) + ::strerrorname_np(info.param.error);
                         });

class BatchReading : public BatchInjection {};

TEST_P(BatchReading, ScoresNothingFromHalfAText) {
  begin_anew();
  for (int nth = 1; nth < kMostBatchCalls; ++nth) {
    fs::remove(mark());
    const Finished finished = run((here_.path() / "in").c_str(), nth);
    if (!fs::exists(mark())) break;
    if (GetParam().error == EINTR) {
      EXPECT_EQ(finished.status, 3) << nth << finished.err;
      continue;
    }
    EXPECT_EQ(finished.status, 4) << nth << finished.err;
    EXPECT_NE(finished.err.find("in/records.ndjson: "), std::string::npos) << finished.err;
    const std::string rows = here_.read("out/rows.csv");
    EXPECT_TRUE(rows.starts_with("id\r\n")) << rows;
  }
}

INSTANTIATE_TEST_SUITE_P(Calls, BatchReading,
                         testing::Values(BatchFault{"read", EIO}, BatchFault{"read", ESTALE},
                                         BatchFault{"read", EINTR}, BatchFault{"open", EIO}),
                         [](const auto& info) {
                           return std::string(info.param.call) + ::strerrorname_np(info.param.error);
                         });

}  // namespace
}  // namespace ibtikar::test
