// See screen_terminal.h. What a signal handler needs is in one static record, for it can reach
// nothing else; only functions that are safe in handlers touch it there.
#include "io/terminal/screen_terminal.h"
#include "base/errno_words.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include "io/interrupts.h"
#include "io/streams.h"
#include "io/terminal/terminal.h"

namespace ibtikar::io {
namespace {

constexpr std::string_view kEnter = "\x1b[?1049h\x1b[?25l\x1b[?2004h";
constexpr std::string_view kLeave = "\x1b[?2004l\x1b[?25h\x1b[0m\x1b[?1049l";
/// The bytes of a sequence arrive together. An ESC that nothing follows for this time is the Escape
/// key.
constexpr int kSequencePause = 30;  // milliseconds
/// The end of a marked paste may be long in coming on a slow line.
constexpr int kPastePause = 5000;  // milliseconds

struct Shared {
  termios found{};   ///< as it was when we came
  termios screen{};  ///< as a screen needs it
  std::atomic<bool> is_entered{false};
  std::atomic<int> wake_reader{-1};
  std::atomic<int> wake_writer{-1};
};
Shared shared;

/// Ends that nobody asked us about; the quit key sends the last.
constexpr int kCrashes[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGQUIT};

void say(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(STDERR_FILENO, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

/// Leaves the screen; for handlers too.
void give_back() {
  if (!shared.is_entered.exchange(false)) return;
  say(kLeave);
  ::tcsetattr(STDIN_FILENO, TCSADRAIN, &shared.found);
}

void take_over() {
  if (shared.is_entered.exchange(true)) return;
  ::tcsetattr(STDIN_FILENO, TCSADRAIN, &shared.screen);
  say(kEnter);
}

void wake() {
  const char byte = 0;
  const int writer = shared.wake_writer.load();
  if (writer >= 0 && ::write(writer, &byte, 1) < 0) return;  // a full pipe wakes all the same
}

void set_action(int signal, void (*action)(int)) {
  struct sigaction wanted {};
  wanted.sa_handler = action;
  wanted.sa_flags = SA_RESTART;  // no fsync() of an answer is to fail because a window changed
  ::sigemptyset(&wanted.sa_mask);
  ::sigaction(signal, &wanted, nullptr);
}

extern "C" void screen_resized(int) {
  const int kept = errno;
  wake();
  errno = kept;
}

/// Ctrl-Z: restore the terminal and return to the shell; set it up again when the shell continues
/// us. A process that was asked to end while stopped needs no screen, and must not ask for the
/// foreground.
extern "C" void screen_stopped(int) {
  const int kept = errno;
  const bool was_entered = shared.is_entered.load();
  give_back();
  ::raise(SIGSTOP);
  if (was_entered && !pending_signal()) take_over();
  wake();
  errno = kept;
}

extern "C" void screen_crashed(int signal) {
  give_back();
  set_action(signal, SIG_DFL);
  ::raise(signal);
}

termios screen_modes(termios modes) {
  modes.c_iflag &= ~static_cast<tcflag_t>(ICRNL | INLCR | IGNCR | ISTRIP | IXON | BRKINT);
  modes.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO | ECHONL | IEXTEN);  // ISIG stays: Ctrl-C, Ctrl-Z
  modes.c_cc[VMIN] = 1;
  modes.c_cc[VTIME] = 0;
  return modes;
}

auto no_screen(const Message& what) { return fail_io("terminal", what); }

/// Waits until one of them can be read: whether the keys can, the signal pipe, the wake pipe.
struct Ready {
  bool keys = false;
  bool gone = false;
  bool interrupted = false;
  bool woken = false;
};

Ready wait_for(int milliseconds) {
  pollfd all[3] = {
      {STDIN_FILENO, POLLIN, 0}, {interrupt_descriptor(), POLLIN, 0}, {shared.wake_reader.load(), POLLIN, 0}};
  Ready ready;
  if (::poll(all, 3, milliseconds) < 0) return ready;  // EINTR: the pipes will tell
  ready.keys = (all[0].revents & POLLIN) != 0;
  ready.gone = !ready.keys && (all[0].revents & (POLLHUP | POLLERR | POLLNVAL)) != 0;
  ready.interrupted = (all[1].revents & POLLIN) != 0;
  ready.woken = (all[2].revents & POLLIN) != 0;
  return ready;
}

/// Empties the wake pipe. The caller draws again.
void take_redraw() {
  char bytes[64];
  while (::read(shared.wake_reader.load(), bytes, sizeof bytes) > 0) {
  }
}

}  // namespace

Result<ScreenTerminal> ScreenTerminal::open() {
  if (::isatty(STDIN_FILENO) != 1 || ::isatty(STDERR_FILENO) != 1)
    return no_screen(message("standard input and standard error must be a terminal"));
  if (::tcgetattr(STDIN_FILENO, &shared.found) != 0) return no_screen(words_of_errno(errno));
  shared.screen = screen_modes(shared.found);
  int ends[2] = {-1, -1};
  if (::pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) return no_screen(words_of_errno(errno));
  shared.wake_reader.store(ends[0]);
  shared.wake_writer.store(ends[1]);
  set_action(SIGWINCH, screen_resized);
  set_action(SIGTSTP, screen_stopped);
  for (const int signal : kCrashes) set_action(signal, screen_crashed);
  ScreenTerminal terminal;
  terminal.is_open_ = true;
  take_over();
  return terminal;
}

ScreenTerminal::ScreenTerminal(ScreenTerminal&& other) noexcept
    : is_open_(std::exchange(other.is_open_, false)), decoder_(std::move(other.decoder_)) {}

ScreenTerminal::~ScreenTerminal() {
  if (!is_open_) return;
  give_back();
  for (const int signal : {SIGWINCH, SIGTSTP}) set_action(signal, SIG_DFL);
  for (const int signal : kCrashes) set_action(signal, SIG_DFL);
  for (std::atomic<int>* end : {&shared.wake_reader, &shared.wake_writer})
    if (const int descriptor = end->exchange(-1); descriptor >= 0) ::close(descriptor);
}

ScreenSize ScreenTerminal::size() const {
  winsize size{};
  if (::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) return {};
  return {size.ws_col, size.ws_row};
}

Result<void> ScreenTerminal::draw(std::string_view frame) {
  std::string bytes = "\x1b[?2026h\x1b[H";  // in one go, where the terminal knows how
  const std::size_t rows = size().rows;
  std::size_t row = 0;
  for (; row < rows && !frame.empty(); ++row) {
    const std::size_t end = std::min(frame.find('\n'), frame.size());
    if (row > 0) bytes += "\r\n";
    bytes += "\x1b[K";  // before the text: behind a full line it would take the last letter
    bytes += frame.substr(0, end);
    bytes += "\x1b[0m";
    frame.remove_prefix(std::min(end + 1, frame.size()));
  }
  if (row < rows) bytes += "\r\n\x1b[J";
  bytes += "\x1b[?2026l";
  return DescriptorSink(STDERR_FILENO, "terminal").write(bytes);
}

ScreenEvent ScreenTerminal::next_event() {
  for (bool is_quiet = false;;) {
    if (auto key = decoder_.next(is_quiet)) return {ScreenEvent::Kind::key, std::move(*key)};
    const int pause = decoder_.is_in_paste() ? kPastePause : decoder_.is_waiting() ? kSequencePause : -1;
    const Ready ready = wait_for(pause);
    if (ready.interrupted || pending_signal()) return {ScreenEvent::Kind::interrupted, {}};
    if (ready.woken) {
      take_redraw();
      return {ScreenEvent::Kind::resized, {}};
    }
    is_quiet = decoder_.is_waiting() && !ready.keys;
    if (!ready.keys) {
      if (ready.gone) return {ScreenEvent::Kind::ended, {}};
      continue;
    }
    char bytes[4096];
    const ssize_t size = ::read(STDIN_FILENO, bytes, sizeof bytes);
    if (size == 0 || (size < 0 && errno != EINTR && errno != EAGAIN)) return {ScreenEvent::Kind::ended, {}};
    if (size > 0) decoder_.feed({bytes, static_cast<std::size_t>(size)});
  }
}

bool ScreenTerminal::forget_typed_ahead() {
  const bool has_read = decoder_.is_waiting();
  decoder_ = {};
  return !read_typed_ahead(STDIN_FILENO).empty() || has_read;
}

std::size_t ScreenTerminal::bytes_at_once() const {
  int queued = 0;
  const bool is_known = ::ioctl(STDIN_FILENO, FIONREAD, &queued) == 0 && queued > 0;
  return decoder_.waiting_bytes() + (is_known ? static_cast<std::size_t>(queued) : 0);
}

void ScreenTerminal::pause() { give_back(); }
void ScreenTerminal::resume() { take_over(); }

}  // namespace ibtikar::io
