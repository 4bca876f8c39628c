// See dialogue.h.
#include "support/dialogue.h"
#include "support/places.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <system_error>

namespace ibtikar::test {
namespace {

constexpr int kPatienceMs = 600'000;  // only a program that hangs takes so long

/// What execve() needs, made before fork(): the child only makes system calls.
struct Image {
  explicit Image(const Dialogue::Start& start)
      : arguments({test::program()}), directory(start.directory.string()), user(start.user) {
    arguments.insert(arguments.end(), start.arguments.begin(), start.arguments.end());
    for (const auto& [name, value] : start.environment) settings.emplace_back(name).append("=").append(value);
    argv = pointers(arguments);
    envp = pointers(settings);
  }

  [[noreturn]] void run() const {
    // Whoever started the tests may ignore them, as shells do for what runs in the background.
    for (const int signal : {SIGPIPE, SIGINT, SIGQUIT, SIGHUP, SIGTERM}) ::signal(signal, SIG_DFL);
    const bool became = !user || (::setgid(*user) == 0 && ::setuid(*user) == 0);
    if (became && ::chdir(directory.c_str()) == 0)
      ::execve(test::program().c_str(), argv.data(), envp.data());
    ::_exit(127);
  }

  std::vector<std::string> arguments;
  std::vector<std::string> settings;
  std::string directory;
  std::optional<uid_t> user;
  std::vector<char*> argv;
  std::vector<char*> envp;
};

std::array<int, 2> make_pipe() {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) fail_by_errno("pipe");
  return ends;
}

void close_if_open(int& descriptor) {
  if (descriptor >= 0) ::close(descriptor);
  descriptor = -1;
}

}  // namespace

Dialogue::Dialogue(const Start& start) : at_terminal_(start.at_terminal) {
  ::signal(SIGPIPE, SIG_IGN);
  if (at_terminal_)
    start_at_terminal(start);
  else
    start_with_pipes(start);
}

void Dialogue::start_with_pipes(const Start& start) {
  const Image image(start);
  const auto in = make_pipe();
  const auto out = make_pipe();
  const auto err = make_pipe();
  child_ = ::fork();
  if (child_ < 0) fail_by_errno("fork");
  if (child_ == 0) {
    ::dup2(in[0], STDIN_FILENO);
    ::dup2(out[1], STDOUT_FILENO);
    ::dup2(err[1], STDERR_FILENO);
    image.run();
  }
  for (const int theirs : {in[0], out[1], err[1]}) ::close(theirs);
  input_ = in[1];
  out_ = out[0];
  err_ = err[0];
}

void Dialogue::start_at_terminal(const Start& start) {
  const Image image(start);
  const int ours = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  std::array<char, 64> name{};
  if (ours < 0 || ::grantpt(ours) != 0 || ::unlockpt(ours) != 0 ||
      ::ptsname_r(ours, name.data(), name.size()) != 0)
    fail_by_errno("terminal");
  const winsize size{24, 80, 0, 0};
  ::ioctl(ours, TIOCSWINSZ, &size);
  child_ = ::fork();
  if (child_ < 0) fail_by_errno("fork");
  if (child_ == 0) {
    ::setsid();
    const int theirs = ::open(name.data(), O_RDWR);  // becomes the controlling terminal: Ctrl-C is a signal
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) ::dup2(theirs, stream);
    if (theirs > STDERR_FILENO) ::close(theirs);
    image.run();
  }
  input_ = ours;
  err_ = ours;
}

Dialogue::~Dialogue() {
  if (child_ > 0) {
    ::kill(child_, SIGKILL);
    ::waitpid(child_, nullptr, 0);
  }
  if (input_ != err_) close_if_open(input_);
  close_if_open(out_);
  close_if_open(err_);
}

/// Hears while it speaks: a program that is writing takes nothing in until somebody reads.
void Dialogue::says(std::string_view bytes) {
  const int flags = ::fcntl(input_, F_GETFL);
  ::fcntl(input_, F_SETFL, flags | O_NONBLOCK);
  while (!bytes.empty() && input_ >= 0) {
    const ssize_t written = ::write(input_, bytes.data(), bytes.size());
    if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
    if (written >= 0 || errno == EINTR) continue;
    if (errno != EAGAIN) break;  // the program ended: finish() tells how
    std::array<pollfd, 3> waiting = {{{err_, POLLIN, 0}, {out_, POLLIN, 0}, {input_, POLLOUT, 0}}};
    if (::poll(waiting.data(), waiting.size(), kPatienceMs) <= 0) break;
    if ((waiting[0].revents & (POLLIN | POLLHUP)) != 0) read_from(err_, heard_);
    if ((waiting[1].revents & (POLLIN | POLLHUP)) != 0) read_from(out_, out_text_);
  }
  if (input_ >= 0) ::fcntl(input_, F_SETFL, flags);
}

void Dialogue::ends_input() {
  if (at_terminal_)
    says("\x04");
  else
    close_if_open(input_);
}

bool Dialogue::hears(std::string_view text) {
  while (true) {
    const std::size_t at = heard_.find(text, heard_until_);
    if (at != std::string::npos) {
      heard_until_ = at + text.size();
      return true;
    }
    if (!read_some()) return false;
  }
}

bool Dialogue::read_some() {
  std::array<pollfd, 2> waiting = {{{err_, POLLIN, 0}, {out_, POLLIN, 0}}};
  if (err_ < 0 && out_ < 0) return false;
  const int ready = ::poll(waiting.data(), waiting.size(), kPatienceMs);
  if (ready < 0 && errno != EINTR) fail_by_errno("poll");
  if (ready == 0) return false;
  if (waiting[0].revents != 0) read_from(err_, heard_);
  if (waiting[1].revents != 0) read_from(out_, out_text_);
  return true;
}

void Dialogue::read_from(int& descriptor, std::string& into) {
  std::array<char, 65536> block{};
  const ssize_t got = ::read(descriptor, block.data(), block.size());
  if (got < 0 && (errno == EINTR || errno == EAGAIN)) return;
  if (got > 0) {
    into.append(block.data(), static_cast<std::size_t>(got));
    return;
  }
  // A terminal whose last user left gives EIO.
  if (descriptor == input_) input_ = -1;
  close_if_open(descriptor);
}

void Dialogue::signals(int signal) const { ::kill(child_, signal); }

Finished Dialogue::finish() {
  while (err_ >= 0 || out_ >= 0) {
    if (read_some()) continue;
    ::kill(child_, SIGKILL);
    break;
  }
  int status = 0;
  while (::waitpid(child_, &status, 0) < 0 && errno == EINTR) continue;
  child_ = -1;
  Finished finished;
  finished.out = out_text_;
  finished.err = heard_;
  finished.signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
  finished.status = finished.signal != 0 ? 128 + finished.signal : WEXITSTATUS(status);
  return finished;
}

}  // namespace ibtikar::test
