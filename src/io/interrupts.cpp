// See interrupts.h.
#include "io/interrupts.h"

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdlib>

#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <unistd.h>

#include "io/temporaries.h"

namespace ibtikar::io {
namespace {

// A signal handler can reach nothing but globals; these are all there are.
std::atomic<int> caught_signal{0};
std::atomic<int> pipe_reader{-1};
std::atomic<int> pipe_writer{-1};
std::atomic<bool> is_noting{false};
std::atomic<pthread_t> main_thread{};

constexpr int kSignals[] = {SIGINT, SIGTERM, SIGHUP};

void set_action(int signal, void (*action)(int)) {
  struct sigaction wanted {};
  wanted.sa_handler = action;
  ::sigemptyset(&wanted.sa_mask);
  // One at a time: TERM during INT would find half of the temporary files removed.
  if (action != SIG_DFL && action != SIG_IGN)
    for (const int other : kSignals) ::sigaddset(&wanted.sa_mask, other);
  ::sigaction(signal, &wanted, nullptr);
}

/// Whatever thread the system chose: the one that waits is the first, and only it changes what
/// handlers read.
bool is_sent_on(int signal) {
  if (::pthread_equal(::pthread_self(), main_thread.load()) != 0) return false;
  ::pthread_kill(main_thread.load(), signal);
  return true;
}

extern "C" void on_signal(int signal) {
  const int error = errno;
  if (is_sent_on(signal)) {
    errno = error;
    return;
  }
  if (!is_noting.load()) {
    remove_temporaries();
    set_action(signal, SIG_DFL);
    ::raise(signal);  // comes when this returns
    return;
  }
  caught_signal.store(signal);
  const char byte = 0;
  // A full pipe already wakes every reader.
  if (const int writer = pipe_writer.load(); writer >= 0) static_cast<void>(!::write(writer, &byte, 1));
  ::alarm(1);
  errno = error;
}

/// Ends the call that waits now, with EINTR: also one that began to wait just after the signal.
extern "C" void on_alarm(int signal) {
  const int error = errno;
  if (!is_sent_on(signal) && caught_signal.load() != 0) ::alarm(1);
  errno = error;
}

/// A signal that was ignored when we were started (nohup) stays ignored.
bool is_ignored(int signal) {
  struct sigaction present {};
  return ::sigaction(signal, nullptr, &present) == 0 && present.sa_handler == SIG_IGN;
}

sigset_t stop_signals() {
  sigset_t set;
  ::sigemptyset(&set);
  for (const int signal : kSignals) ::sigaddset(&set, signal);
  return set;
}

}  // namespace

void ignore_output_signals() {
  set_action(SIGPIPE, SIG_IGN);
  set_action(SIGXFSZ, SIG_IGN);
}

void watch_signals() {
  main_thread.store(::pthread_self());
  for (const int signal : kSignals)
    if (!is_ignored(signal)) set_action(signal, on_signal);
}

Interrupts::Interrupts() {
  ignore_output_signals();
  int ends[2] = {-1, -1};
  if (::pipe2(ends, O_CLOEXEC | O_NONBLOCK) == 0) {
    pipe_reader.store(ends[0]);
    pipe_writer.store(ends[1]);
  }
  is_noting.store(true);
  set_action(SIGALRM, on_alarm);
  watch_signals();
}

Interrupts::~Interrupts() {
  // What was noted is raised again by main; until then nothing more is to be noted or lost.
  is_noting.store(false);
  for (std::atomic<int>* end : {&pipe_reader, &pipe_writer})
    if (const int descriptor = end->exchange(-1); descriptor >= 0) ::close(descriptor);
}

int interrupt_descriptor() { return pipe_reader.load(); }

std::optional<int> pending_signal() {
  const int signal = caught_signal.load();
  if (signal == 0) return std::nullopt;
  return signal;
}

bool wait_to_read(int descriptor) {
  pollfd watched[] = {{descriptor, POLLIN, 0}, {interrupt_descriptor(), POLLIN, 0}};
  while (!pending_signal())
    if (::poll(watched, 2, -1) > 0) return !pending_signal();
  return false;
}

SignalsHeld::SignalsHeld() {
  const sigset_t set = stop_signals();
  sigset_t before;
  ::sigemptyset(&before);
  ::pthread_sigmask(SIG_BLOCK, &set, &before);
  were_held_ = ::sigismember(&before, SIGTERM) == 1;
}

SignalsHeld::~SignalsHeld() {
  const sigset_t set = stop_signals();
  if (!were_held_) ::pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
}

void end_by_signal(int signal) {
  ::alarm(0);
  set_action(signal, SIG_DFL);
  ::raise(signal);
  std::_Exit(128 + signal);  // not reached unless the signal is blocked
}

}  // namespace ibtikar::io
