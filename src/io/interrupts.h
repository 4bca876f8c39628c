// Signals that ask us to stop: INT, TERM, HUP.
//
// A handler writes to a pipe that readers poll beside their input, so that a
// signal just before a blocking read is not missed. After cleaning up, main
// raises the signal again with its own disposition: a shell sees 130, 143, 129.
#pragma once

#include <optional>

namespace ibtikar::io {

/// While one lives, INT, TERM and HUP are noted instead of ending the process;
/// PIPE and XFSZ are ignored for good (writes then fail with EPIPE and EFBIG).
/// At most one at a time.
class Interrupts {
 public:
  Interrupts();
  Interrupts(const Interrupts&) = delete;
  Interrupts& operator=(const Interrupts&) = delete;
  ~Interrupts();
};

/// The descriptor to poll: readable once a signal came; -1 without Interrupts.
[[nodiscard]] int interrupt_descriptor();

/// The signal that came, if any.
[[nodiscard]] std::optional<int> pending_signal();

/// Restores the default action and raises `signal`; does not come back.
[[noreturn]] void end_by_signal(int signal);

/// PIPE and XFSZ ignored: writes fail with an error instead of killing us.
void ignore_output_signals();

}  // namespace ibtikar::io
