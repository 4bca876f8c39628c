// See process.h. Three pipes, one poll loop. The child leads a process group of its own, so that a
// timeout ends what it started too.
#include "support/process.h"
#include "support/places.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <string_view>
#include <system_error>

namespace ibtikar::test {
namespace {

using Clock = std::chrono::steady_clock;

/// A file descriptor that closes itself.
class Handle {
 public:
  explicit Handle(int number = -1) : number_(number) {}
  ~Handle() { close(); }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;

  [[nodiscard]] int number() const { return number_; }
  [[nodiscard]] bool is_open() const { return number_ >= 0; }
  void open(int number) { number_ = number; }
  void close() {
    if (number_ >= 0) ::close(number_);
    number_ = -1;
  }

 private:
  int number_;
};

struct Pipe {
  Pipe() {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) fail_by_errno("pipe");
    read.open(ends[0]);
    write.open(ends[1]);
  }
  Handle read;
  Handle write;
};

std::string found_in_path(const std::string& program, const Environment& environment) {
  if (program.find('/') != std::string::npos || !environment.contains("PATH")) return program;
  std::string_view path = environment.at("PATH");
  while (!path.empty()) {
    const std::string_view folder = path.substr(0, path.find(':'));
    const std::string candidate = std::string(folder) + "/" + program;
    if (::access(candidate.c_str(), X_OK) == 0) return candidate;
    path.remove_prefix(std::min(folder.size() + 1, path.size()));
  }
  return program;
}

struct Pipes {
  Pipe in, out, err;
};

/// Where the system is made to fail, the profile of what a test reaches would fail as well and say so.
bool may_write_profile(const Command& command) {
  return !command.environment.contains("LD_PRELOAD") &&
         std::ranges::none_of(command.arguments, [](const std::string& argument) {
           return argument.find("ulimit") != std::string::npos ||
                  argument.find("setpriv") != std::string::npos;
         });
}

/// Starts the process. All that allocates happens before fork(): the child only makes system calls.
pid_t start(const Command& command, Pipes& pipes) {
  const std::string program = found_in_path(command.program, command.environment);
  std::vector<std::string> arguments = {command.program};
  arguments.insert(arguments.end(), command.arguments.begin(), command.arguments.end());
  std::vector<std::string> settings;
  const bool has_profile = may_write_profile(command);
  for (const auto& [name, value] : command.environment)
    if (has_profile || name != "LLVM_PROFILE_FILE") settings.push_back(name + "=" + value);
  const std::vector<char*> argv = pointers(arguments);
  const std::vector<char*> envp = pointers(settings);
  const std::string directory = command.directory.string();
  Handle file;
  if (!command.out_file.empty())
    file.open(::open(command.out_file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));

  const pid_t child = ::fork();
  if (child < 0) fail_by_errno("fork");
  if (child > 0) {
    ::setpgid(child, child);
    return child;
  }
  ::setpgid(0, 0);
  ::signal(SIGPIPE, SIG_DFL);
  ::dup2(pipes.in.read.number(), STDIN_FILENO);
  ::dup2(file.is_open() ? file.number() : pipes.out.write.number(), STDOUT_FILENO);
  ::dup2(pipes.err.write.number(), STDERR_FILENO);
  if (::chdir(directory.c_str()) == 0) ::execve(program.c_str(), argv.data(), envp.data());
  constexpr std::string_view kComplaint = "cannot start the program\n";
  [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, kComplaint.data(), kComplaint.size());
  ::_exit(127);
}

/// Feeds what is left of the input; closes the pipe when all is written or nobody reads it.
void feed(Handle& to, std::string_view& left) {
  const ssize_t written = ::write(to.number(), left.data(), left.size());
  if (written > 0) left.remove_prefix(static_cast<std::size_t>(written));
  if (left.empty() || (written < 0 && errno != EAGAIN && errno != EINTR)) to.close();
}

/// Takes what there is; closes the pipe at its end.
void drain(Handle& from, std::string& into) {
  std::array<char, 65536> block;
  const ssize_t got = ::read(from.number(), block.data(), block.size());
  if (got > 0) into.append(block.data(), static_cast<std::size_t>(got));
  if (got == 0 || (got < 0 && errno != EAGAIN && errno != EINTR)) from.close();
}

int milliseconds_left(Clock::time_point deadline) {
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
  return static_cast<int>(std::max<decltype(left)>(left, 0));
}

/// Moves bytes until both outputs ended. False when the time was over first.
bool exchange(Pipes& pipes, std::string_view input, Finished& finished, Clock::time_point deadline) {
  ::fcntl(pipes.in.write.number(), F_SETFL, O_NONBLOCK);
  if (input.empty()) pipes.in.write.close();
  while (pipes.out.read.is_open() || pipes.err.read.is_open()) {
    // poll() passes over a closed handle: its number is negative.
    std::array<pollfd, 3> waiting = {{{pipes.in.write.number(), POLLOUT, 0},
                                      {pipes.out.read.number(), POLLIN, 0},
                                      {pipes.err.read.number(), POLLIN, 0}}};
    const int ready = ::poll(waiting.data(), waiting.size(), milliseconds_left(deadline));
    if (ready == 0) return false;
    if (ready < 0 && errno != EINTR) fail_by_errno("poll");
    if (ready < 0) continue;
    if (waiting[0].revents != 0) feed(pipes.in.write, input);
    if (waiting[1].revents != 0) drain(pipes.out.read, finished.out);
    if (waiting[2].revents != 0) drain(pipes.err.read, finished.err);
  }
  return true;
}

/// Waits for the end of a process that may have closed its outputs long before. False: not in time.
bool reap(pid_t child, int& wait_status, rusage& usage, Clock::time_point deadline) {
  while (true) {
    const pid_t ended = ::wait4(child, &wait_status, WNOHANG, &usage);
    if (ended == child) return true;
    if (ended < 0 && errno != EINTR) fail_by_errno("waitpid");
    if (Clock::now() >= deadline) return false;
    ::poll(nullptr, 0, 2);
  }
}

}  // namespace

Environment plain_environment() {
  const std::string folder = std::filesystem::path(test::program()).parent_path().string();
  Environment environment = {{"PATH", folder + ":/usr/local/bin:/usr/bin:/bin"}, {"LANG", "C.UTF-8"}};
  for (const char* name :
       {"ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS", "LSAN_OPTIONS", "LLVM_PROFILE_FILE"})
    if (const char* value = std::getenv(name)) environment[name] = value;
  return environment;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> result;
  result.reserve(texts.size() + 1);
  for (std::string& text : texts) result.push_back(text.data());
  result.push_back(nullptr);
  return result;
}

void fail_by_errno(const char* what) { throw std::system_error(errno, std::generic_category(), what); }

Finished run_process(const Command& command) {
  ::signal(SIGPIPE, SIG_IGN);  // a program that does not read its input is no reason for us to end
  const Clock::time_point deadline = Clock::now() + command.timeout;
  Pipes pipes;
  const pid_t child = start(command, pipes);
  pipes.in.read.close();
  pipes.out.write.close();
  pipes.err.write.close();

  Finished finished;
  int wait_status = 0;
  rusage usage{};
  const bool in_time =
      exchange(pipes, command.input, finished, deadline) && reap(child, wait_status, usage, deadline);
  if (!in_time) {
    finished.timed_out = true;
    ::kill(-child, SIGKILL);
    if (::wait4(child, &wait_status, 0, &usage) != child) fail_by_errno("waitpid");
  }
  for (const timeval& part : {usage.ru_utime, usage.ru_stime})
    finished.work += std::chrono::seconds(part.tv_sec) + std::chrono::microseconds(part.tv_usec);
  finished.signal = WIFSIGNALED(wait_status) ? WTERMSIG(wait_status) : 0;
  finished.status = finished.signal != 0 ? 128 + finished.signal : WEXITSTATUS(wait_status);
  return finished;
}

}  // namespace ibtikar::test
