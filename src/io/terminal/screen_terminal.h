// ScreenTerminal: a terminal used as one screen: keys as they are pressed, whole frames drawn.
//
// While one lives the terminal is in another mode: no echo, no line mode, the alternate screen, the
// cursor hidden, pastes marked. All of it is taken back when it goes, when the program is stopped
// with Ctrl-Z, suspended by pause(), and also when a signal or a crash ends the process.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "ibtikar/result.h"
#include "io/terminal/keys.h"

namespace ibtikar::io {

struct ScreenSize {
  std::size_t columns = 80;
  std::size_t rows = 24;

  friend bool operator==(const ScreenSize&, const ScreenSize&) = default;
};

/// What happened on a terminal.
struct ScreenEvent {
  enum class Kind {
    key,
    resized,  ///< or continued after a stop: draw everything again
    interrupted,
    ended,  ///< the terminal is gone
  };
  Kind kind = Kind::key;
  Key key;
};

class ScreenTerminal {
 public:
  /// Fails (code "io") if standard input or standard error is not a terminal that can do this.
  [[nodiscard]] static Result<ScreenTerminal> open();
  ScreenTerminal(ScreenTerminal&& other) noexcept;
  ScreenTerminal& operator=(ScreenTerminal&&) = delete;
  ~ScreenTerminal();

  [[nodiscard]] ScreenSize size() const;
  /// Draws `frame`, lines ended by line ends, over the whole screen; what is too much for it is
  /// left out.
  [[nodiscard]] Result<void> draw(std::string_view frame);
  /// Waits for what happens next. A signal caught by Interrupts ends the wait.
  [[nodiscard]] ScreenEvent next_event();
  /// Forgets what was typed or pasted and not yet taken. Whether there was something.
  bool forget_typed_ahead();

  /// How much was typed or pasted that next_event() has not given yet.
  [[nodiscard]] std::size_t bytes_at_once() const;

  /// Restores the terminal for a while, for an editor.
  void pause();
  void resume();

 private:
  ScreenTerminal() = default;

  bool is_open_ = false;
  KeyDecoder decoder_;
};

}  // namespace ibtikar::io
