// Workbooks when a write fails once: whichever it is, the run says so, with status 4, and leaves the workbook
// that was there. The library that writes them notices few of its failed writes by itself.
#include <cerrno>
#include <filesystem>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "support/places.h"
#include "support/process.h"
#include "support/temp_dir.h"

namespace ibtikar::test {
namespace {

namespace fs = std::filesystem;

constexpr int kMostWorkbookCalls = 5000;  // more than any of these runs makes

struct FailingCall {
  const char* name;
  std::vector<std::string> arguments;
  int step;          ///< 1: every call, one after the other
  const char* call;  ///< "write": to scratch files and by ourselves; "fwrite": by what packs the file
  friend void PrintTo(const FailingCall& one, std::ostream* out) { *out << one.name << " " << one.call; }
};

class WorkbookInjection : public testing::TestWithParam<FailingCall> {
 protected:
  WorkbookInjection() {
    const fs::path project = project_dir();
    fs::copy_file(project / "tests/data/valid/small.json", here_.path() / "r.json");
    fs::copy_file(project / "examples/proposals/playpump.json", here_.path() / "p.json");
    std::string records;
    for (int i = 0; i < 100; ++i)
      records +=
          fmt::format("{{\"id\": \"p{}\", \"title\": \"t\", \"answers\": {{\"goal.exists\": true}}}}\n", i);
    here_.write("records.ndjson", records);
    here_.write("out/x.xlsx", "old");
  }

  [[nodiscard]] fs::path mark() const { return here_.path() / "came"; }

  [[nodiscard]] Finished run(int nth) const {
    Command command{program(), GetParam().arguments};
    command.arguments.insert(command.arguments.end(), {"-q", "-o", here_.path() / "out/x.xlsx"});
    command.directory = here_.path();
    command.timeout = std::chrono::minutes(10);
    if (nth > 0) {
      command.environment["LD_PRELOAD"] = IBTIKAR_FAILING_CALLS;
      // What packs the file (libminizip) forgets a name when a write fails; the process ends anyway.
      command.environment["ASAN_OPTIONS"] += ":verify_asan_link_order=0:detect_leaks=0";
      command.environment["FAIL_CALL"] = GetParam().call;
      command.environment["FAIL_NTH"] = std::to_string(nth);
      command.environment["FAIL_ERRNO"] = std::to_string(ENOSPC);
      command.environment["FAIL_FOLDER"] = here_.path() / "out";
      command.environment["FAIL_MARK"] = mark();
    }
    return run_process(command);
  }

  const TempDir here_;
};

TEST_P(WorkbookInjection, IsToldAndLeavesTheOldOne) {
  int came = 0;
  for (int nth = 1; nth < kMostWorkbookCalls; nth += GetParam().step) {
    fs::remove(mark());
    const Finished finished = run(nth);
    if (!fs::exists(mark())) break;
    ++came;
    const std::string context = fmt::format("{} number {}: {}", GetParam().call, nth, finished.err);
    EXPECT_EQ(finished.status, 4) << context;
    EXPECT_NE(finished.err.find("x.xlsx: writing: "), std::string::npos) << context;
    ASSERT_EQ(here_.read("out/x.xlsx"), "old") << context;
    const auto entries = fs::directory_iterator(here_.path() / "out");
    EXPECT_EQ(std::distance(begin(entries), end(entries)), 1) << context;
  }
  EXPECT_GT(came, 10) << "the library's scratch files and the packed file are written to";
  EXPECT_EQ(run(0).status, 0);
  EXPECT_TRUE(here_.read("out/x.xlsx").starts_with("PK"));
}

INSTANTIATE_TEST_SUITE_P(
    Calls, WorkbookInjection,
    testing::Values(FailingCall{"Score", {"score", "p.json"}, 1, "write"},
                    FailingCall{"Score", {"score", "p.json"}, 29, "fwrite"},
                    FailingCall{"Batch", {"batch", "-r", "r.json", "records.ndjson"}, 1, "write"},
                    FailingCall{"Batch", {"batch", "-r", "r.json", "records.ndjson"}, 1, "fwrite"}),
    [](const auto& info) { return std::string(info.param.name) + "_" + info.param.call; });

}  // namespace
}  // namespace ibtikar::test
