// LineSession: one sitting of an interview: show, read a line, save, repeat.
//
// The promise: an answer is on disk before the next question shows. If it could not be saved, the
// user is told so, in those words, and it is tried again.
#pragma once

#include <string>
#include <vector>

#include "cli/ask/autosave.h"
#include "cli/ask/details.h"
#include "cli/ask/question_text.h"
#include "cli/environment.h"
#include "ibtikar/scorer.h"

namespace ibtikar::cli {

/// How a sitting came to its end.
enum class Ending {
  finished,      ///< no open question is left that was not skipped
  stopped,       ///< "q", or the end of input
  interrupted,   ///< a signal
  input_failed,  ///< reading failed; the fault was shown
  conflict,      ///< somebody else changed the file; said, and ours is beside
  place_failed,  ///< not even the first save succeeded; said
};

/// What is shown from now on is as wide as the window is now.
void fit_to_window(QuestionText& screen, Environment& env);

/// A line from a pipe that did nothing.
struct RefusedLine {
  std::size_t number = 0;
  std::string text;  ///< harmless, cut where it is long
  std::string why;
};

class LineSession {
 public:
  /// All must outlive the sitting. `quiet`: no acknowledgements, and from a pipe no questions
  /// either.
  LineSession(QuestionText& screen, const Rubric& rubric, const Scorer& scorer, Interview& interview,
              Autosave& autosave, Environment& env, bool quiet);

  /// Asks a person for these and keeps them. From a pipe: nothing to do.
  /// Anything else than `finished` ends the sitting.
  [[nodiscard]] Ending ask_details(const std::vector<Detail>& details);
  [[nodiscard]] Ending ask_questions();
  /// Shows all answers and what is open, before anything is asked.
  void review();
  /// How many lines from a pipe were no answer to the question that they were for.
  [[nodiscard]] std::size_t refused_count() const { return refused_count_; }
  /// The first of them.
  [[nodiscard]] const std::vector<RefusedLine>& refused() const { return refused_; }

 private:
  /// A line, or why there is none.
  struct Typed {
    std::string line;
    std::optional<Ending> ending;
    std::size_t limit = 0;  ///< that the line is over; 0: it is not
  };
  [[nodiscard]] Typed read_line();
  [[nodiscard]] std::optional<Ending> ask_detail(const Detail& detail);
  [[nodiscard]] std::optional<Ending> turn();
  [[nodiscard]] std::optional<Ending> take(const Reply& reply, const Typed& typed);
  [[nodiscard]] std::optional<Ending> end_or_back();
  [[nodiscard]] bool is_out_of_place(const Reply& reply) const;
  void refuse(const Typed& typed, const std::string& why);
  void leave_open(const Reply& reply);
  [[nodiscard]] std::optional<Ending> acknowledge(std::size_t number);
  [[nodiscard]] std::optional<Ending> edit();
  [[nodiscard]] bool say(const Autosave::Kept& kept);
  void show_page(const ShowReply& reply);
  void explain_refusal(const Reply& reply, const Typed& typed);
  [[nodiscard]] std::string explanation(const ParseError& misreading, const Typed& typed) const;
  void show(const std::string& text) { env_.err.show(text); }
  void show_help(std::size_t number);
  void show_question();
  void prompt(const std::string& asked);
  void notice(const std::string& sentence);
  [[nodiscard]] bool is_typed() const { return env_.surroundings.input_is_terminal; }

  QuestionText& screen_;
  const Rubric& rubric_;
  Interview& interview_;
  const Scorer& scorer_;
  Autosave& autosave_;
  Environment& env_;
  bool quiet_;
  bool settled_was_told_;
  std::optional<QuestionFinder> finder_;  ///< once it is needed
  std::size_t line_number_ = 0;
  std::vector<RefusedLine> refused_;
  std::size_t refused_count_ = 0;
  bool place_is_lost_ = false;  ///< a line that was to go to a question was refused: see is_out_of_place()
  bool help_was_last_ = false;  ///< a second ? in a row shows the rules
  std::string notice_;          ///< shown under the question when it is asked again
};

}  // namespace ibtikar::cli
