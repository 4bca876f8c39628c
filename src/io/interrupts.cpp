// See interrupts.h.
#include "io/interrupts.h"

#include <atomic>
#include <csignal>
#include <cstdlib>

#include <fcntl.h>
#include <unistd.h>

namespace ibtikar::io {
namespace {

// A signal handler can reach nothing but globals; these three are all there are.
std::atomic<int> caught_signal{0};
std::atomic<int> pipe_reader{-1};
std::atomic<int> pipe_writer{-1};

extern "C" void note_signal(int signal) {
  caught_signal.store(signal);
  const char byte = 0;
  const int writer = pipe_writer.load();
  // A full pipe already wakes every reader.
  if (writer >= 0 && ::write(writer, &byte, 1) < 0) return;
}

void set_action(int signal, void (*action)(int)) {
  struct sigaction wanted {};
  wanted.sa_handler = action;
  ::sigemptyset(&wanted.sa_mask);
  ::sigaction(signal, &wanted, nullptr);
}

constexpr int kSignals[] = {SIGINT, SIGTERM, SIGHUP};

/// A signal that was ignored when we were started (nohup) stays ignored.
bool is_ignored(int signal) {
  struct sigaction present {};
  return ::sigaction(signal, nullptr, &present) == 0 && present.sa_handler == SIG_IGN;
}

}  // namespace

void ignore_output_signals() {
  set_action(SIGPIPE, SIG_IGN);
  set_action(SIGXFSZ, SIG_IGN);
}

Interrupts::Interrupts() {
  ignore_output_signals();
  int ends[2] = {-1, -1};
  if (::pipe2(ends, O_CLOEXEC | O_NONBLOCK) == 0) {
    pipe_reader.store(ends[0]);
    pipe_writer.store(ends[1]);
  }
  for (const int signal : kSignals)
    if (!is_ignored(signal)) set_action(signal, note_signal);
}

Interrupts::~Interrupts() {
  for (const int signal : kSignals)
    if (!is_ignored(signal)) set_action(signal, SIG_DFL);
  for (std::atomic<int>* end : {&pipe_reader, &pipe_writer})
    if (const int descriptor = end->exchange(-1); descriptor >= 0) ::close(descriptor);
}

int interrupt_descriptor() { return pipe_reader.load(); }

std::optional<int> pending_signal() {
  const int signal = caught_signal.load();
  if (signal == 0) return std::nullopt;
  return signal;
}

void end_by_signal(int signal) {
  set_action(signal, SIG_DFL);
  ::raise(signal);
  std::_Exit(128 + signal);  // not reached unless the signal is blocked
}

}  // namespace ibtikar::io
