// Running processes: all that comes of one is told, and none outlives its test.
#include "support/process.h"

#include <csignal>
#include <string>

#include <gtest/gtest.h>

#include "support/temp_dir.h"

namespace ibtikar::test {
namespace {

Finished shell(const std::string& script, const std::string& input = "") {
  return run_process({"sh", {"-c", script}, input});
}

TEST(Process, GivesBothOutputsAndTheStatus) {
  const Finished finished = shell("echo out; echo err >&2; exit 3");
  EXPECT_EQ(finished.out, "out\n");
  EXPECT_EQ(finished.err, "err\n");
  EXPECT_EQ(finished.status, 3);
  EXPECT_EQ(finished.signal, 0);
}

TEST(Process, MovesMoreThanPipesHold) {
  const std::string much(3 << 20, 'x');
  const Finished finished = shell("tee /dev/stderr", much);
  EXPECT_TRUE(finished.out == much);
  EXPECT_TRUE(finished.err == much);
}

TEST(Process, MayLeaveItsInputUnread) { EXPECT_EQ(shell("exit 5", std::string(3 << 20, 'x')).status, 5); }

TEST(Process, TellsTheSignalThatEndedIt) {
  const Finished finished = shell("kill -TERM $$");
  EXPECT_EQ(finished.signal, SIGTERM);
  EXPECT_EQ(finished.status, 128 + SIGTERM);
}

TEST(Process, HasOnlyTheGivenEnvironmentAndFolder) {
  const TempDir folder;
  Command command{"/usr/bin/env", {}};
  command.environment = {{"A", "b c"}};
  EXPECT_EQ(run_process(command).out, "A=b c\n");
  command = {"pwd", {"-P"}};
  command.directory = folder.path();
  EXPECT_EQ(run_process(command).out, std::filesystem::canonical(folder.path()).string() + "\n");
}

TEST(Process, IsKilledWithAllItStartedWhenTimeIsOver) {
  Command command{"sh", {"-c", "echo begun; sleep 600 & wait"}};
  Finished finished;
  for (const int milliseconds : {300, 3000, 60'000}) {  // a busy machine may take longer to begin
    command.timeout = std::chrono::milliseconds(milliseconds);
    finished = run_process(command);
    if (!finished.out.empty()) break;
  }
  EXPECT_TRUE(finished.timed_out);
  EXPECT_EQ(finished.out, "begun\n");
  EXPECT_EQ(finished.signal, SIGKILL);
}

TEST(Process, CannotStartWhatIsNotThere) { EXPECT_EQ(run_process({"no-such-program"}).status, 127); }

}  // namespace
}  // namespace ibtikar::test
