// ScreenModel: the interview as one calm screen: what a key does, and what is shown after it.
//
// Pure: keys come in, frames go out, and what needs the world (saving, a line of text, an editor) is
// asked for by a Request. screen_session.h runs it on a terminal; tests run it without one.
//
//   const ScreenModel::Request request = model.press(key);
//   ... save, or read a line and model.take_text(...) ...
//   terminal.draw(model.frame(terminal.size(), minutes_left));
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "cli/ask/question_text.h"
#include "ibtikar/interview.h"
#include "ibtikar/outlook.h"
#include "ibtikar/scorer.h"
#include "io/terminal/keys.h"
#include "io/terminal/screen_terminal.h"

namespace ibtikar::cli {

class ScreenModel {
 public:
  /// All must outlive the model.
  ScreenModel(const QuestionText& screen, const Rubric& rubric, const Scorer& scorer,
              const QuestionFinder& finder, Interview& interview);

  /// What a key asks of the world.
  struct Request {
    enum class Kind {
      none,
      save,        ///< question `number` has a new answer, evidence or note
      save_mark,   ///< question `number` was marked, or its mark taken away
      write,       ///< a line of text for `number`: its answer if it is a text question, else its note
      edit,        ///< the same in the user's editor
      write_note,  ///< a line for the note of `number`
      stop,
      finish,  ///< nothing is open; the report is wanted
    };
    Kind kind = Kind::none;
    std::size_t number = 0;
  };
  [[nodiscard]] Request press(const io::Key& key);

  /// The text that a write, edit or write_note request was for. What is to be saved then.
  [[nodiscard]] Request take_text(const Request& request, const std::string& text);
  /// What that text is now.
  [[nodiscard]] std::string present_text(const Request& request) const;

  /// A message over the keys until the next key.
  void notice(const std::string& sentence) { notice_ = sentence; }
  /// Whether something is in memory only: that stands on the screen until it is saved.
  void set_unsaved(bool unsaved) { unsaved_ = unsaved; }
  /// Shows the page of all answers first.
  void open_review();

  /// The whole screen. `minutes_left`: by the person's own pace, once it is known.
  [[nodiscard]] std::string frame(io::ScreenSize size, std::optional<std::size_t> minutes_left);

 private:
  enum class Mode { question, evidence, list, review, page };

  // screen_model.cpp: keys
  [[nodiscard]] Request press_on_question(const io::Key& key);
  [[nodiscard]] Request press_on_evidence(const io::Key& key);
  [[nodiscard]] Request press_on_list(const io::Key& key);
  [[nodiscard]] Request press_text(const std::string& text);
  [[nodiscard]] Request point_at(const AnswerReply& answer, const std::string& text);
  [[nodiscard]] Request enter();
  [[nodiscard]] Request take(const Reply& reply);
  void show(const ShowReply& reply);
  void toggle(std::size_t item);
  void move(int by);
  void come_to_question(std::optional<std::size_t> item = std::nullopt);
  void filter();
  [[nodiscard]] std::size_t item_count() const;
  [[nodiscard]] const Question& at_hand() const;

  // screen_view.cpp: pictures
  struct Body {
    std::vector<std::string> lines;
    std::size_t focus_begin = 0;  ///< the lines that must be seen
    std::size_t focus_end = 0;
  };
  [[nodiscard]] Page page(io::ScreenSize size) const;
  [[nodiscard]] std::vector<std::string> header(io::ScreenSize size,
                                                std::optional<std::size_t> minutes_left) const;
  [[nodiscard]] std::vector<std::string> footer(io::ScreenSize size) const;
  [[nodiscard]] std::string keys(std::size_t columns) const;
  [[nodiscard]] std::vector<std::string> question_keys() const;
  void add_help(Body& body, io::ScreenSize size) const;
  [[nodiscard]] Body question_body(io::ScreenSize size) const;
  [[nodiscard]] Body evidence_body(io::ScreenSize size) const;
  [[nodiscard]] Body list_body(io::ScreenSize size, std::size_t rows) const;
  void add_items(Body& body, io::ScreenSize size) const;
  void add_state(Body& body, io::ScreenSize size) const;
  [[nodiscard]] std::vector<std::string> list_row(io::ScreenSize size, std::size_t number,
                                                  bool is_chosen) const;

  const QuestionText& screen_;
  const Rubric& rubric_;
  const Scorer& scorer_;
  const QuestionFinder& finder_;
  Interview& interview_;
  Outlook outlook_;

  Mode mode_ = Mode::question;
  std::optional<std::size_t> question_;  ///< that the state below is about
  std::optional<std::size_t> item_;      ///< the line that the arrows are on
  std::vector<bool> ticked_;             ///< choices
  std::string typed_;                    ///< a number on its way
  std::string seed_;                     ///< the letter that a text was begun with
  enum class Help { none, meaning, rules };
  Help help_ = Help::none;  ///< how far the help is folded out
  std::size_t scroll_ = 0;
  std::size_t scroll_limit_ = 0;
  std::string notice_;
  bool settled_was_told_ = false;
  bool unsaved_ = false;

  std::string filter_;
  std::vector<std::size_t> listed_;  ///< question numbers
  std::size_t chosen_ = 0;           ///< in listed_, or among the evidence levels

  std::string page_title_;
  std::string page_text_;
};

}  // namespace ibtikar::cli
