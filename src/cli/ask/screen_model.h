// ScreenModel: the interview as one calm screen: what a key does, and what is shown after it.
//
// Pure: keys come in, frames go out, and what needs the world (saving, an editor) is asked for by a
// Request. screen_session.h runs it on a terminal; tests run it without one.
//
//   const ScreenModel::Request request = model.press(key);
//   ... save ...
//   terminal.draw(model.frame(terminal.size(), minutes_left));
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "cli/ask/answer_draft.h"
#include "cli/ask/details.h"
#include "cli/ask/question_list.h"
#include "cli/ask/question_text.h"
#include "cli/ask/text_field.h"
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
      save,         ///< question `number` has a new answer, evidence or note
      save_mark,    ///< question `number` was marked, or its mark taken away
      save_detail,  ///< the proposal's `member` is `text`
      edit,         ///< text_to_edit() in the user's editor; then take_edited()
      stop,
      finish,  ///< nothing is open; the report is wanted
    };
    Kind kind = Kind::none;
    std::size_t number = 0;
    std::string member = {};
    std::string text = {};
  };
  [[nodiscard]] Request press(const io::Key& key);

  /// The answer of a text question, else the note.
  [[nodiscard]] std::string text_to_edit() const;
  [[nodiscard]] Request take_edited(const std::string& text);

  /// A message over the keys until the next key.
  void notice(const std::string& sentence) { notice_ = sentence; }
  /// The same, after the messages that are already shown.
  void add_notice(std::string_view sentence);
  /// Whether something exists in memory only. The screen shows that until it is saved.
  void set_unsaved(bool unsaved) { unsaved_ = unsaved; }
  /// Shows the page of all answers first.
  void open_review();
  /// Asks for these first, one by one.
  void ask_details(std::vector<Detail> details);

  [[nodiscard]] bool asks_details() const { return mode_ == Mode::detail; }
  [[nodiscard]] bool is_writing() const {
    return writing_ && (mode_ == Mode::question || mode_ == Mode::detail);
  }
  /// Whether a text is being written that Ctrl-D could take a letter from.
  [[nodiscard]] bool has_text_at_hand() const { return is_writing() && !writing_->field.text().empty(); }
  /// A sentence about what was chosen or written and not taken; empty without any.
  [[nodiscard]] std::string untaken() const;

  /// The whole screen. `minutes_left`: by the person's own pace, once it is known.
  [[nodiscard]] std::string frame(io::ScreenSize size, std::optional<std::size_t> minutes_left);

 private:
  enum class Mode { question, evidence, list, review, page, detail };

  /// A text on its way.
  struct Writing {
    enum class What { answer, note, detail };
    What what = What::answer;
    TextField field;
    std::string before;        ///< what is kept, on one line
    std::size_t recalled = 0;  ///< how far back in written_ the up key went
  };

  // screen_model.cpp: keys on a question, and what is taken
  [[nodiscard]] Request press_on_question(const io::Key& key);
  [[nodiscard]] Request press_text(const std::string& raw);
  [[nodiscard]] Request press_command(const std::string& text);
  [[nodiscard]] bool press_in_answer(const std::string& raw, const std::string& text);
  [[nodiscard]] bool begins_number(const std::string& text) const;
  void point_at(const AnswerReply& answer);
  [[nodiscard]] Request paste(const std::string& text);
  [[nodiscard]] Request enter();
  [[nodiscard]] Request take(const Reply& reply);
  [[nodiscard]] Request leave(const Reply& reply);
  [[nodiscard]] Request attach(const RemarkReply& remark);
  void explain(const Reply& reply, std::size_t number);
  void show(const ShowReply& reply);
  void come_to_question();
  void return_to_question();
  void scroll_a_page(bool is_down);
  [[nodiscard]] const Question& at_hand() const;
  [[nodiscard]] bool is_text_question() const;
  /// Whether a number is on its way: every letter is text then.
  [[nodiscard]] bool is_number_begun() const;

  // screen_writing.cpp: texts
  void open_field(Writing::What what);
  [[nodiscard]] Request press_in_field(const io::Key& key);
  void close_field();
  void recall(bool is_back);
  [[nodiscard]] Request take_answer_text();
  [[nodiscard]] Request take_note();
  [[nodiscard]] Request take_detail();
  void go_to_detail(std::size_t detail);
  [[nodiscard]] AnswerDraft draft_with_text() const;
  [[nodiscard]] std::string present_text(Writing::What what) const;

  // screen_lists.cpp: the list of questions, the review, the evidence levels, a page
  [[nodiscard]] Request press_on_list(const io::Key& key);
  [[nodiscard]] Request press_on_evidence(const io::Key& key);
  [[nodiscard]] Request press_on_page(const io::Key& key);
  [[nodiscard]] Request open_evidence();

  // screen_view.cpp, question_view.cpp: pictures
  struct Body {
    std::vector<std::string> lines;
    std::size_t focus_begin = 0;  ///< the lines that must be seen
    std::size_t focus_end = 0;
  };
  [[nodiscard]] Page page(io::ScreenSize size) const;
  [[nodiscard]] std::string title() const;
  [[nodiscard]] std::string place() const;
  [[nodiscard]] std::vector<std::string> header(io::ScreenSize size,
                                                std::optional<std::size_t> minutes_left) const;
  [[nodiscard]] std::vector<std::string> footer(io::ScreenSize size) const;
  [[nodiscard]] std::string keys(std::size_t columns) const;
  [[nodiscard]] std::vector<std::string> question_keys() const;
  [[nodiscard]] std::string_view text_enter() const;
  [[nodiscard]] Body body(io::ScreenSize size, std::size_t rows) const;
  void scroll_to_focus(const Body& body, std::size_t rows);
  [[nodiscard]] Body question_body(io::ScreenSize size) const;
  [[nodiscard]] Body evidence_body(io::ScreenSize size) const;
  [[nodiscard]] Body list_body(io::ScreenSize size, std::size_t rows) const;
  [[nodiscard]] Body score_body(io::ScreenSize size, std::string_view heading) const;
  [[nodiscard]] Body detail_body(io::ScreenSize size) const;
  void add_items(Body& body, io::ScreenSize size) const;
  void add_state(Body& body, io::ScreenSize size) const;
  void add_text(Body& body, io::ScreenSize size) const;
  void add_field(Body& body, io::ScreenSize size, std::string_view prompt) const;
  void add_help(Body& body, io::ScreenSize size) const;
  [[nodiscard]] std::vector<std::string> list_row(io::ScreenSize size, std::size_t number,
                                                  bool is_chosen) const;

  const QuestionText& screen_;
  const Rubric& rubric_;
  const Scorer& scorer_;
  Interview& interview_;
  Outlook outlook_;

  Mode mode_ = Mode::question;
  std::optional<std::size_t> question_;  ///< that the draft and what is written are about
  AnswerDraft draft_;
  std::optional<Writing> writing_;
  std::optional<std::string> unfinished_note_;  ///< left with Escape
  std::vector<std::string> written_;            ///< texts of this sitting, for the up key
  std::vector<Detail> details_;
  std::size_t detail_ = 0;
  QuestionList list_;
  std::size_t evidence_ = 0;  ///< the level that is pointed at

  enum class Help { none, meaning, rules };
  Help help_ = Help::none;  ///< how far the help is folded out
  std::size_t scroll_ = 0;
  std::size_t scroll_limit_ = 0;
  std::size_t page_rows_ = 1;  ///< of the last frame's middle part
  bool follows_focus_ = true;  ///< false: the page keys scroll away from it
  std::string notice_;
  bool settled_was_told_ = false;
  bool unsaved_ = false;
};

}  // namespace ibtikar::cli
