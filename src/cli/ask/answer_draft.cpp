// See answer_draft.h. Only one of row, ticks and typed text is given at a time: the last one
// counts, and the others go, so that nothing is taken that is not shown.
#include "cli/ask/answer_draft.h"

#include <algorithm>
#include <utility>

#include "base/typed_text.h"
#include "cli/ask/keyboard.h"

namespace ibtikar::cli {
namespace {

AnswerReply given(AnswerValue value) { return {std::move(value), false, {}, {}}; }

}  // namespace

AnswerDraft::AnswerDraft(const Rubric& rubric, const Interview& interview, std::size_t number)
    : rubric_(&rubric), number_(number), ticked_(rubric.question(number).options.size(), false) {
  const Answer* answer = interview.answer(number);
  if (answer == nullptr || !interview.is_answered(number)) return;
  const Cell& cell = interview.sheet().cells[number];
  if (cell.state == CellState::not_applicable) {
    present_ = AnswerReply{std::monostate{}, true, {}, {}};
    point_at_not_applicable();
    return;
  }
  present_ = given(answer->value);
  if (is_of(QuestionType::yes_no)) present_->value = cell.number == 1;  // files may say "yes"
  if (is_of(QuestionType::choices)) {
    ticked_ = cell.chosen;
    says_none_ = std::find(ticked_.begin(), ticked_.end(), true) == ticked_.end();
    present_->value = ticked_ids();  // in the order of the list
  }
  point_at_value(present_->value);
}

std::vector<std::string> AnswerDraft::ticked_ids() const {
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < ticked_.size(); ++i)
    if (ticked_[i]) ids.push_back(question().options[i].id);
  return ids;
}

std::size_t AnswerDraft::list_size() const {
  if (rubric_ == nullptr) return 0;
  if (question().type == QuestionType::yes_no) return 2;
  return question().levels.size() + question().options.size();
}

std::size_t AnswerDraft::row_count() const {
  if (rubric_ == nullptr) return 0;
  return list_size() + (is_of(QuestionType::choices) ? 1 : 0) + (question().not_applicable ? 1 : 0);
}

void AnswerDraft::move(int by) {
  const std::size_t count = row_count();
  if (count == 0) return;
  const std::size_t from = row_ ? *row_ + count : (by > 0 ? count + count - 1 : count);
  point_at((from + count + static_cast<std::size_t>(by + static_cast<int>(count))) % count);
}

void AnswerDraft::point_at(std::size_t row) {
  row_ = row;
  typed_.clear();
}

bool AnswerDraft::point_at_value(const AnswerValue& value) {
  for (std::size_t row = 0; row < list_size(); ++row) {
    if (is_of(QuestionType::choices) || value_of_row(row) != value) continue;
    point_at(row);
    return true;
  }
  return false;
}

bool AnswerDraft::toggle(std::size_t option) {
  if (option >= ticked_.size()) return false;
  point_at(option);
  ticked_[option] = !ticked_[option];
  ticks_are_new_ = true;
  says_none_ = false;
  return true;
}

void AnswerDraft::tick_none() {
  ticked_.assign(ticked_.size(), false);
  ticks_are_new_ = says_none_ = true;
  point_at(list_size());
}

void AnswerDraft::point_at_not_applicable() {
  if (rubric_ != nullptr && question().not_applicable) point_at(row_count() - 1);
}

void AnswerDraft::type(std::string_view text) {
  typed_ += text;
  row_.reset();
  const auto key = parse_count(typed_);
  if (is_of(QuestionType::number) || !key) return;
  if (is_of(QuestionType::scale))
    row_ = find_level(question(), *key);
  else if (*key >= 1 && *key <= list_size())
    row_ = *key - 1;
}

void AnswerDraft::erase() {
  drop_last_letter(typed_);
  if (typed_.empty() || is_of(QuestionType::number)) return;
  type({});
}

AnswerValue AnswerDraft::value_of_row(std::size_t row) const {
  switch (question().type) {
    case QuestionType::yes_no:
      return row == 0;
    case QuestionType::scale:
      return question().levels[row].value;
    default:
      return question().options[row].id;
  }
}

Reply AnswerDraft::written_reply() const {
  Reply reply = read_text_answer(*written_);
  return std::holds_alternative<ClearReply>(reply) && !present_ ? Reply(SkipReply{}) : reply;
}

/// With nothing ticked the row that is pointed at is meant, unless ticks were just taken away.
Reply AnswerDraft::ticked_reply() const {
  std::vector<std::string> ids = ticked_ids();
  if (row_ == list_size() || (ids.empty() && says_none_)) return given(std::vector<std::string>{});
  if (!ids.empty()) return given(std::move(ids));
  if (ticks_are_new_) return ParseError{ParseError::Kind::nothing_ticked, {}};
  if (row_) return given(std::vector<std::string>{question().options[*row_].id});
  return SkipReply{};
}

/// What is typed is a whole line, and quoted as one when it is refused.
Reply AnswerDraft::typed_reply() const {
  using Kind = ParseError::Kind;
  const std::string line(trimmed(typed_));
  Reply read = parse_reply(*rubric_, number_, line);
  if (std::holds_alternative<AnswerReply>(read)) return read;
  auto* fault = std::get_if<ParseError>(&read);
  if (fault == nullptr) return ParseError{Kind::not_an_answer, line};
  if (fault->kind == Kind::not_an_answer || fault->kind == Kind::out_of_range ||
      fault->kind == Kind::not_whole)
    fault->typed = line;
  return read;
}

Reply AnswerDraft::reply() const {
  if (rubric_ == nullptr) return SkipReply{};
  if (written_) return written_reply();
  if (is_of(QuestionType::number) ? !typed_.empty() : !typed_.empty() && !row_) return typed_reply();
  if (question().not_applicable && row_ && *row_ + 1 == row_count())
    return AnswerReply{std::monostate{}, true, {}, {}};
  if (is_of(QuestionType::choices)) return ticked_reply();
  if (!row_) return SkipReply{};
  return given(value_of_row(*row_));
}

bool AnswerDraft::is_changed() const {
  const Reply reply = this->reply();
  if (const auto* answer = std::get_if<AnswerReply>(&reply))
    return !present_ || present_->value != answer->value ||
           present_->not_applicable != answer->not_applicable || answer->evidence || answer->note;
  return !std::holds_alternative<SkipReply>(reply);
}

}  // namespace ibtikar::cli
