// See screen_dialogue.h.
#include "support/screen_dialogue.h"
#include "support/places.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <string>
#include <system_error>
#include <vector>

namespace ibtikar::test {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::microseconds;

constexpr microseconds kPatience = std::chrono::minutes(10);  // only a program that hangs takes so long
/// How often it is asked whether the program ended: its terminal does not tell, for we hold it open.
constexpr microseconds kGlance = std::chrono::milliseconds(2);

bool same_modes(const termios& a, const termios& b) {
  return a.c_iflag == b.c_iflag && a.c_oflag == b.c_oflag && a.c_cflag == b.c_cflag &&
         a.c_lflag == b.c_lflag && std::memcmp(a.c_cc, b.c_cc, sizeof a.c_cc) == 0;
}

}  // namespace

Environment screen_environment() {
  Environment environment = plain_environment();
  environment["TERM"] = "xterm-256color";
  environment["VTE_VERSION"] = "7000";  // orders right-to-left text itself
  return environment;
}

ScreenDialogue::ScreenDialogue(const Dialogue::Start& start, unsigned short columns, unsigned short rows) {
  std::vector<std::string> arguments = {test::program()};
  arguments.insert(arguments.end(), start.arguments.begin(), start.arguments.end());
  std::vector<std::string> settings;
  for (const auto& [name, value] : start.environment) settings.push_back(name + "=" + value);
  const std::vector<char*> argv = pointers(arguments);
  const std::vector<char*> envp = pointers(settings);
  const std::string directory = start.directory.string();

  std::array<char, 64> name{};
  ours_ = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (ours_ < 0 || ::grantpt(ours_) != 0 || ::unlockpt(ours_) != 0 ||
      ::ptsname_r(ours_, name.data(), name.size()) != 0)
    fail_by_errno("terminal");
  theirs_ = ::open(name.data(), O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (theirs_ < 0 || ::tcgetattr(theirs_, &before_) != 0) fail_by_errno("terminal");
  const winsize size{rows, columns, 0, 0};
  ::ioctl(ours_, TIOCSWINSZ, &size);
  child_ = ::fork();
  if (child_ < 0) fail_by_errno("fork");
  if (child_ > 0) return;
  ::setsid();
  const int terminal = ::open(name.data(), O_RDWR);  // becomes the controlling terminal
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) ::dup2(terminal, stream);
  if (terminal > STDERR_FILENO) ::close(terminal);
  // Whoever started the tests may ignore them, as shells do for what runs in the background.
  for (const int signal : {SIGPIPE, SIGINT, SIGQUIT, SIGHUP, SIGTERM}) ::signal(signal, SIG_DFL);
  if (::chdir(directory.c_str()) == 0) ::execve(test::program().c_str(), argv.data(), envp.data());
  ::_exit(127);
}

ScreenDialogue::~ScreenDialogue() {
  if (child_ > 0 && !ended_) {
    ::kill(child_, SIGKILL);
    ::waitpid(child_, nullptr, 0);
  }
  ::close(theirs_);
  ::close(ours_);
}

void ScreenDialogue::says(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(ours_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

void ScreenDialogue::reap(int status) {
  status_ = status;
  ended_ = true;
}

bool ScreenDialogue::read_some(microseconds patience) {
  const Clock::time_point deadline = Clock::now() + patience;
  for (;;) {
    // Asked first: what it wrote before its end is there by then.
    int status = 0;
    if (!ended_ && ::waitpid(child_, &status, WNOHANG) == child_) reap(status);
    const auto left = std::chrono::duration_cast<microseconds>(deadline - Clock::now());
    const microseconds wait = std::clamp(ended_ ? microseconds(0) : left, microseconds(0), kGlance);
    const timespec time = {0, static_cast<long>(wait.count() * 1000)};
    pollfd waiting = {ours_, POLLIN, 0};
    const int ready = ::ppoll(&waiting, 1, &time, nullptr);
    if (ready < 0 && errno != EINTR) fail_by_errno("poll");
    if (ready > 0) {
      std::array<char, 65536> block{};
      const ssize_t got = ::read(ours_, block.data(), block.size());
      if (got > 0) heard_.append(block.data(), static_cast<std::size_t>(got));
      if (got > 0) return true;
    }
    if (ended_ || left.count() <= 0) return false;
  }
}

bool ScreenDialogue::hears(std::string_view text) {
  for (;;) {
    const std::size_t at = heard_.find(text, heard_until_);
    if (at != std::string::npos) {
      heard_until_ = at + text.size();
      return true;
    }
    if (!read_some(kPatience)) return false;
  }
}

void ScreenDialogue::listens(microseconds time) {
  const Clock::time_point until = Clock::now() + time;
  for (;;) {
    const auto left = std::chrono::duration_cast<microseconds>(until - Clock::now());
    if (left.count() <= 0 || ended_) return;
    static_cast<void>(read_some(left));
  }
}

void ScreenDialogue::signals(int signal) const {
  if (!ended_) ::kill(child_, signal);
}

void ScreenDialogue::resizes(unsigned short columns, unsigned short rows) {
  const winsize size{rows, columns, 0, 0};
  ::ioctl(ours_, TIOCSWINSZ, &size);
}

bool ScreenDialogue::is_stopped() {
  int status = 0;
  while (::waitpid(child_, &status, WUNTRACED) < 0 && errno == EINTR) continue;
  if (WIFSTOPPED(status)) return true;
  reap(status);
  return false;
}

Finished ScreenDialogue::finish() {
  while (read_some(kPatience)) continue;
  Finished finished;
  if (!ended_) {
    finished.timed_out = true;
    ::kill(child_, SIGKILL);
    while (::waitpid(child_, &status_, 0) < 0 && errno == EINTR) continue;
    ended_ = true;
  }
  finished.err = heard_;
  finished.signal = WIFSIGNALED(status_) ? WTERMSIG(status_) : 0;
  finished.status = finished.signal != 0 ? 128 + finished.signal : WEXITSTATUS(status_);
  return finished;
}

bool ScreenDialogue::modes_are_back() const {
  termios now{};
  return ::tcgetattr(theirs_, &now) == 0 && same_modes(now, before_);
}

bool ScreenDialogue::screen_is_left() const {
  const auto ends_with = [&](std::string_view wanted, std::string_view unwanted) {
    const std::size_t bad = heard_.rfind(unwanted);
    const std::size_t good = heard_.rfind(wanted);
    return bad == std::string::npos || (good != std::string::npos && good > bad);
  };
  return ends_with("\x1b[?1049l", "\x1b[?1049h") && ends_with("\x1b[?25h", "\x1b[?25l") &&
         ends_with("\x1b[?2004l", "\x1b[?2004h");
}

}  // namespace ibtikar::test
