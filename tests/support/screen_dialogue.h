// ScreenDialogue: the program on a terminal of its own whose modes can be looked at: what Dialogue does
// not tell. The terminal outlives the program, so that what it left behind can be seen.
//
//   ScreenDialogue ask({.arguments = {"ask", "p.json"}, .directory = here.path()});
//   ASSERT_TRUE(ask.hears("Is there a goal?"));
//   ask.says("1\r");
//   ask.signals(SIGTERM);
//   const Finished finished = ask.finish();
//   EXPECT_TRUE(ask.modes_are_back());
#pragma once

#include <sys/types.h>
#include <termios.h>

#include <chrono>
#include <string>
#include <string_view>

#include "support/dialogue.h"

namespace ibtikar::test {

/// What the screen of the interview ends each of its frames with.
inline constexpr std::string_view kFrameEnds = "\x1b[?2026l";

/// What plain_environment() says, and a terminal with a cursor.
[[nodiscard]] Environment screen_environment();

class ScreenDialogue {
 public:
  /// `start.at_terminal` and `start.user` mean nothing here.
  explicit ScreenDialogue(const Dialogue::Start& start, unsigned short columns = 80,
                          unsigned short rows = 24);
  ~ScreenDialogue();
  ScreenDialogue(const ScreenDialogue&) = delete;
  ScreenDialogue& operator=(const ScreenDialogue&) = delete;

  void says(std::string_view bytes);
  /// As Dialogue::hears().
  [[nodiscard]] bool hears(std::string_view text);
  /// Reads for so long, or until the program ended.
  void listens(std::chrono::microseconds time);
  void signals(int signal) const;
  void resizes(unsigned short columns, unsigned short rows);
  /// Waits until the program was stopped (SIGSTOP, SIGTSTP); false when it ended instead.
  [[nodiscard]] bool is_stopped();
  /// Waits for its end. `err` is all that was heard.
  [[nodiscard]] Finished finish();

  /// Whether the terminal's modes are what they were before the program started.
  [[nodiscard]] bool modes_are_back() const;
  /// Whether what was heard leaves every mode of the screen that it entered: alternate screen, hidden
  /// cursor, marked pastes.
  [[nodiscard]] bool screen_is_left() const;
  [[nodiscard]] const std::string& heard() const { return heard_; }

 private:
  /// False when nothing came for so long, or the program ended.
  bool read_some(std::chrono::microseconds patience);
  void reap(int status);

  pid_t child_ = -1;
  int ours_ = -1;
  int theirs_ = -1;  ///< held open: the terminal stays
  termios before_{};
  bool ended_ = false;
  int status_ = 0;
  std::string heard_;
  std::size_t heard_until_ = 0;
};

}  // namespace ibtikar::test
