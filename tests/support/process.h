// Runs a program as a process, as a user's shell would, and tells all that came of it.
//
//   Command command{test::program(), {"score", "p.json"}};
//   command.directory = here.path();
//   const Finished finished = run_process(command);
//   EXPECT_EQ(finished.status, 0) << finished.err;
//
// The process gets no environment but the one given: tests do not depend on who runs them.
#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace ibtikar::test {

using Environment = std::map<std::string, std::string>;

/// PATH (with ibtikar's folder first), LANG=C.UTF-8, and what steers sanitizers.
[[nodiscard]] Environment plain_environment();

struct Command {
  std::string program;  ///< a path, or a name to be found in the environment's PATH
  std::vector<std::string> arguments = {};
  std::string input = {};  ///< what standard input gives, then it ends
  Environment environment = plain_environment();
  std::filesystem::path directory = "/";
  std::filesystem::path out_file = {};  ///< where standard output goes, instead of into Finished::out
  std::chrono::milliseconds timeout = std::chrono::minutes(10);
};

struct Finished {
  std::string out;
  std::string err;
  int status = 0;                    ///< the exit status; as in a shell, 128 + the signal that ended it
  int signal = 0;                    ///< the signal that ended it; 0 when none did
  std::chrono::microseconds work{};  ///< the processor's time that it took
  bool timed_out = false;            ///< it, and all that it started, were killed
};

/// Arguments or settings as execve() takes them: into `texts`, which must outlive it.
[[nodiscard]] std::vector<char*> pointers(std::vector<std::string>& texts);

/// Throws std::system_error of errno; `what` failed.
[[noreturn]] void fail_by_errno(const char* what);

/// Throws std::system_error when no process can be made. A program that cannot be started has status 127.
[[nodiscard]] Finished run_process(const Command& command);

}  // namespace ibtikar::test
