// ScreenSession: a ScreenModel run on a terminal: keys read, answers kept, frames drawn.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "cli/ask/autosave.h"
#include "cli/ask/line_session.h"
#include "cli/ask/screen_model.h"
#include "io/terminal/screen_terminal.h"

namespace ibtikar::cli {

/// For terminals that do not order right-to-left text themselves, the lines are put in order here.
enum class Bidi { logical, visual };

class ScreenSession {
 public:
  /// All must outlive the sitting.
  ScreenSession(const QuestionText& screen, Interview& interview, ScreenModel& model, Autosave& autosave,
                io::ScreenTerminal& terminal, Bidi bidi);

  /// Until every question was shown and the report is wanted, the user stops, or the terminal is
  /// gone.
  [[nodiscard]] Ending run();
  /// What has to be said after the screen is gone.
  [[nodiscard]] const std::vector<std::string>& last_words() const { return last_words_; }

 private:
  [[nodiscard]] Ending run_until_end();
  void forget_typed_ahead();
  void draw();
  [[nodiscard]] std::optional<Ending> serve(const ScreenModel::Request& request);
  [[nodiscard]] std::optional<Ending> keep(const Autosave::Kept& kept);
  [[nodiscard]] std::optional<Ending> edit();
  [[nodiscard]] std::optional<std::size_t> minutes_left() const;

  const QuestionText& screen_;
  Interview& interview_;
  ScreenModel& model_;
  Autosave& autosave_;
  io::ScreenTerminal& terminal_;
  Bidi bidi_;
  std::vector<std::string> last_words_;
  std::chrono::steady_clock::time_point began_;
  std::size_t answered_before_ = 0;  ///< this sitting
};

}  // namespace ibtikar::cli
