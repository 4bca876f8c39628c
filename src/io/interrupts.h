// Signals that ask us to stop: INT, TERM, HUP.
//
// Two ways, chosen by what a command does. By default a signal ends the process at once, wherever
// it is (in a long calculation, opening a FIFO, waiting for a lock or for a reader), once the
// temporary files are gone. While an Interrupts lives it is only noted: the interview and the batch
// end in their own order. A handler then writes to a pipe that readers poll beside their input, so
// that a signal just before a blocking read is not missed; and an alarm, again every second, ends
// whatever else waits. After cleaning up, main raises the signal again with its own disposition: a
// shell sees 130, 143, 129.
#pragma once

#include <optional>

namespace ibtikar::io {

/// First act of main, before there is a second thread: from here on INT, TERM and HUP remove the
/// temporary files and end the process. One that was ignored when we were started (nohup) stays
/// ignored.
void watch_signals();

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

/// Waits until `descriptor` can be read. False when a signal came first.
[[nodiscard]] bool wait_to_read(int descriptor);

/// While one lives, no signal comes: for the moment in which a temporary file is there and not yet
/// known, or while a library has files of its own.
class SignalsHeld {
 public:
  SignalsHeld();
  SignalsHeld(const SignalsHeld&) = delete;
  SignalsHeld& operator=(const SignalsHeld&) = delete;
  ~SignalsHeld();

 private:
  bool were_held_ = false;  ///< by another
};

/// Restores the default action and raises `signal`; does not come back.
[[noreturn]] void end_by_signal(int signal);

/// PIPE and XFSZ ignored: writes fail with an error instead of killing us.
void ignore_output_signals();

}  // namespace ibtikar::io
