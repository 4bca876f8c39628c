// AnswerDraft: the answer being given to one question, before it is taken.
//
// What a person points at, ticks, types or writes is here and nowhere else: it is what the screen
// shows, what Enter takes (reply()), and what evidence and notes go with.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ibtikar/interview.h"

namespace ibtikar::cli {

class AnswerDraft {
 public:
  /// Of no question: nothing can be given.
  AnswerDraft() = default;
  /// Begins with the answer that question `number` has. `rubric` must outlive the draft.
  AnswerDraft(const Rubric& rubric, const Interview& interview, std::size_t number);

  /// Levels or options; "none of them" of choices; "does not apply" where that is an answer.
  [[nodiscard]] std::size_t row_count() const;
  /// The row that is pointed at.
  [[nodiscard]] std::optional<std::size_t> row() const { return row_; }
  [[nodiscard]] bool is_ticked(std::size_t option) const { return ticked_[option]; }
  /// Whether "none of them" is the answer as it stands.
  [[nodiscard]] bool says_none() const { return says_none_; }
  /// A number on its way, or of a list with more than nine rows.
  [[nodiscard]] const std::string& typed() const { return typed_; }
  /// What was written and not yet taken, of a text question.
  [[nodiscard]] const std::optional<std::string>& written() const { return written_; }

  /// One row forward or back. The first row follows the last.
  void move(int by);
  void point_at(std::size_t row);
  void point_at_nothing() { row_.reset(); }
  /// The row whose answer `value` is; false when there is none.
  bool point_at_value(const AnswerValue& value);
  /// False when the question has no such option.
  bool toggle(std::size_t option);
  void tick_none();
  void point_at_not_applicable();
  /// Adds to typed(). Of a list the row of that number is pointed at.
  void type(std::string_view text);
  void erase();
  void clear_typed() { typed_.clear(); }
  /// Empty: as before anything was written.
  void write(std::optional<std::string> text) { written_ = std::move(text); }

  /// Whether Enter would give another answer than the question has.
  [[nodiscard]] bool is_changed() const;
  /// What Enter takes; SkipReply when there is nothing to take.
  [[nodiscard]] Reply reply() const;

 private:
  [[nodiscard]] const Question& question() const { return rubric_->question(number_); }
  [[nodiscard]] std::size_t list_size() const;
  [[nodiscard]] bool is_of(QuestionType type) const { return rubric_ != nullptr && question().type == type; }
  [[nodiscard]] std::vector<std::string> ticked_ids() const;
  [[nodiscard]] Reply written_reply() const;
  [[nodiscard]] Reply ticked_reply() const;
  [[nodiscard]] Reply typed_reply() const;
  [[nodiscard]] AnswerValue value_of_row(std::size_t row) const;

  const Rubric* rubric_ = nullptr;
  std::size_t number_ = 0;
  std::optional<AnswerReply> present_;  ///< the answer that counts
  std::optional<std::size_t> row_;
  std::vector<bool> ticked_;
  bool says_none_ = false;
  bool ticks_are_new_ = false;
  std::string typed_;
  std::optional<std::string> written_;
};

}  // namespace ibtikar::cli
