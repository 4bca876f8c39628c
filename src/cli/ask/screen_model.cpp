// See screen_model.h: what keys do on a question. Letters mean what they mean in a typed line
// (parse_reply), so there is one grammar. Arrows, Enter and Escape belong to the screen.
#include "cli/ask/screen_model.h"

#include <algorithm>
#include <utility>

#include "base/typed_text.h"
#include "cli/ask/keyboard.h"
#include "cli/ask/overview_text.h"

namespace ibtikar::cli {
namespace {

using io::Key;
using Kind = io::Key::Kind;
using RequestKind = ScreenModel::Request::Kind;

constexpr std::size_t kRowsWithADigit = 9;

}  // namespace

ScreenModel::ScreenModel(const QuestionText& screen, const Rubric& rubric, const Scorer& scorer,
                         const QuestionFinder& finder, Interview& interview)
    : screen_(screen),
      rubric_(rubric),
      scorer_(scorer),
      interview_(interview),
      outlook_(scorer.outlook(interview.sheet())),
      list_(finder, interview) {
  settled_was_told_ = outlook_.settled;
  come_to_question();
}

const Question& ScreenModel::at_hand() const { return rubric_.question(question_.value_or(0)); }

bool ScreenModel::is_text_question() const { return question_ && at_hand().type == QuestionType::text; }

bool ScreenModel::is_number_begun() const {
  return question_ && at_hand().type == QuestionType::number && !draft_.typed().empty();
}

/// The state of the screen follows the question at hand; a text is written at once.
void ScreenModel::come_to_question() {
  mode_ = Mode::question;
  question_ = interview_.at_hand();
  draft_ = question_ ? AnswerDraft(rubric_, interview_, *question_) : AnswerDraft();
  writing_.reset();
  unfinished_note_.reset();
  help_ = Help::none;
  scroll_ = 0;
  if (is_text_question()) open_field(Writing::What::answer);
}

/// From a page over the question to the beginning of the question, which is unchanged.
void ScreenModel::return_to_question() {
  mode_ = Mode::question;
  scroll_ = 0;
}

ScreenModel::Request ScreenModel::press(const Key& key) {
  notice_.clear();
  follows_focus_ = true;
  if (mode_ != Mode::detail && question_ != interview_.at_hand()) come_to_question();
  const bool is_list = mode_ == Mode::list || mode_ == Mode::review;
  if (!is_list && (key.kind == Kind::page_down || key.kind == Kind::page_up)) {
    scroll_a_page(key.kind == Kind::page_down);
    return {};
  }
  switch (mode_) {
    case Mode::question:
    case Mode::detail:
      return writing_ ? press_in_field(key) : press_on_question(key);
    case Mode::evidence:
      return press_on_evidence(key);
    case Mode::list:
    case Mode::review:
      return press_on_list(key);
    case Mode::page:
      return press_on_page(key);
  }
  return {};
}

/// One line of the page before stays in sight.
void ScreenModel::scroll_a_page(bool is_down) {
  follows_focus_ = false;
  const std::size_t rows = page_rows_ > 1 ? page_rows_ - 1 : 1;
  scroll_ = is_down ? std::min(scroll_ + rows, scroll_limit_) : scroll_ - std::min(scroll_, rows);
}

ScreenModel::Request ScreenModel::press_on_question(const Key& key) {
  switch (key.kind) {
    case Kind::down:
      draft_.move(1);
      return {};
    case Kind::up:
      draft_.move(-1);
      return {};
    case Kind::home:
    case Kind::end:
      if (const std::size_t rows = draft_.row_count(); rows > 0)
        draft_.point_at(key.kind == Kind::home ? 0 : rows - 1);
      return {};
    case Kind::left:
    case Kind::back_tab:
      return leave(BackReply{});
    case Kind::right:
      return leave(ForwardReply{});
    case Kind::tab:
      return leave(SkipReply{});
    case Kind::enter:
      return enter();
    case Kind::backspace:
      draft_.erase();
      return {};
    case Kind::control:
      if (key.text == "u") draft_.clear_typed();
      return {};
    case Kind::escape:
      if (question_ && !is_text_question()) draft_ = AnswerDraft(rubric_, interview_, *question_);
      help_ = Help::none;
      scroll_ = 0;
      return {};
    case Kind::paste:
      return paste(std::string(trimmed(on_one_line(key.text))));
    case Kind::text:
      return press_text(key.text);
    default:
      return {};
  }
}

ScreenModel::Request ScreenModel::press_text(const std::string& raw) {
  const std::string text = command_of(raw);
  if (is_number_begun()) {  // every key is a part of the line now
    draft_.type(is_digit(text) ? text : raw);
    return {};
  }
  if (text == "?" || text == "؟") {
    const bool has_rules = question_ && !at_hand().rules.empty();
    help_ = help_ == Help::none                   ? Help::meaning
            : help_ == Help::meaning && has_rules ? Help::rules
                                                  : Help::none;
    if (help_ == Help::none) scroll_ = 0;
    return {};
  }
  if (!question_) return press_command(text);
  if (text == "@") return open_evidence();
  if (text == "#") {
    open_field(Writing::What::note);
    return {};
  }
  if (press_in_answer(raw, text)) return {};
  return press_command(text);
}

/// Whether the key belongs to the answer being given: a digit, a tick, a part of a number. A space
/// never answers and never leaves a question.
bool ScreenModel::press_in_answer(const std::string& raw, const std::string& text) {
  switch (at_hand().type) {
    case QuestionType::number:
      if (begins_number(text)) {
        draft_.type(is_digit(text) ? text : raw);
        return true;
      }
      return text == " ";
    case QuestionType::choices:
      if (text == " " && draft_.row())
        static_cast<void>(draft_.toggle(*draft_.row()) || (draft_.tick_none(), true));
      if (text == "0") draft_.tick_none();
      if (is_digit(text) && text != "0" && !draft_.toggle(static_cast<std::size_t>(text[0] - '1')))
        notice_ = screen_.explain({ParseError::Kind::not_in_list, text}, *question_);
      return text == " " || is_digit(text);
    case QuestionType::scale:
    case QuestionType::yes_no:
    case QuestionType::choice:
      if (is_digit(text) && draft_.row_count() > kRowsWithADigit) {
        draft_.type(text);
        return true;
      }
      return text == " ";
    case QuestionType::text:
      return text == " ";
  }
  return false;
}

/// Digits, and everything that is not a command, so that it is visible and not lost.
bool ScreenModel::begins_number(const std::string& text) const {
  if (is_digit(text)) return true;
  const Reply reply = parse_reply(rubric_, *question_, text);
  const auto* fault = std::get_if<ParseError>(&reply);
  return fault != nullptr && fault->kind != ParseError::Kind::always_applies;
}

ScreenModel::Request ScreenModel::press_command(const std::string& text) {
  if (text == " ") return {};
  const Reply reply = parse_reply(rubric_, question_.value_or(0), text);
  const bool is_move =
      std::holds_alternative<BackReply>(reply) || std::holds_alternative<ForwardReply>(reply);
  if (is_move) return leave(reply);
  const auto* answer = std::get_if<AnswerReply>(&reply);
  const bool is_for_a_question = answer != nullptr || std::holds_alternative<ParseError>(reply) ||
                                 std::holds_alternative<MarkReply>(reply) ||
                                 std::holds_alternative<RemarkReply>(reply);
  if (!question_ && is_for_a_question) {
    notice_ = screen_.words().nothing_open;
    return {};
  }
  if (std::holds_alternative<EditReply>(reply))
    return question_ ? Request{RequestKind::edit, *question_} : Request{};
  if (answer == nullptr) return take(reply);
  point_at(*answer);
  return {};
}

/// Selects an answer by its key, as the arrows do. Enter takes it. So a digit followed by Enter
/// answers one question, not two.
void ScreenModel::point_at(const AnswerReply& answer) {
  if (answer.not_applicable)
    draft_.point_at_not_applicable();
  else if (const auto* ids = std::get_if<std::vector<std::string>>(&answer.value); ids != nullptr)
    for (std::size_t i = 0; i < at_hand().options.size(); ++i) {
      if (std::find(ids->begin(), ids->end(), at_hand().options[i].id) != ids->end()) draft_.toggle(i);
    }
  else if (!draft_.point_at_value(answer.value))
    open_field(Writing::What::answer);
}

/// Pasted text is read as if it had been typed on a line.
ScreenModel::Request ScreenModel::paste(const std::string& text) {
  if (!question_ || text.empty()) return {};
  if (is_text_question()) {
    open_field(Writing::What::answer);
    return press_in_field({Kind::paste, text});
  }
  const Reply reply = parse_reply(rubric_, *question_, text);
  const auto* answer = std::get_if<AnswerReply>(&reply);
  const bool does_not_apply = answer != nullptr && answer->not_applicable;
  if (at_hand().type == QuestionType::number && (is_number_begun() || !does_not_apply))
    draft_.type(text);
  else if (answer != nullptr)
    point_at(*answer);
  else
    notice_ = screen_.explain({ParseError::Kind::not_an_answer, text}, *question_);
  return {};
}

/// Takes what is chosen or typed. If nothing is chosen, it leaves the question open and goes to the
/// next.
ScreenModel::Request ScreenModel::enter() {
  if (!question_) return {RequestKind::finish, 0};
  if (is_text_question() && !draft_.row()) {  // else "does not apply" is pointed at
    open_field(Writing::What::answer);
    return {};
  }
  const Reply reply = draft_.reply();
  if (std::holds_alternative<ParseError>(reply)) draft_.clear_typed();
  return take(reply);
}

/// What a reply does, and what is said about it.
ScreenModel::Request ScreenModel::take(const Reply& reply) {
  const std::size_t number = interview_.at_hand().value_or(0);
  switch (interview_.take(reply)) {
    case Effect::changed:
      outlook_ = scorer_.outlook(interview_.sheet());
      come_to_question();
      if (!interview_.hidden_by_change().empty())
        notice_ = kept_hidden(screen_, rubric_, interview_);
      else if (outlook_.settled && !settled_was_told_)
        notice_ = settled_sentence(screen_, rubric_, outlook_);
      settled_was_told_ = outlook_.settled;
      return {RequestKind::save, number};
    case Effect::marked:
      notice_ = mark_sentence(screen_, interview_, number);
      return {RequestKind::save_mark, number};
    case Effect::moved:
      come_to_question();
      return {};
    case Effect::stopped:
      return {RequestKind::stop, number};
    case Effect::stayed:
    case Effect::refused:
      explain(reply, number);
      break;
  }
  return {};
}

void ScreenModel::explain(const Reply& reply, std::size_t number) {
  if (const auto* wanted = std::get_if<ShowReply>(&reply))
    show(*wanted);
  else if (const auto* misreading = std::get_if<ParseError>(&reply))
    notice_ = screen_.explain(*misreading, number);
  else if (std::holds_alternative<ForwardReply>(reply))
    notice_ = screen_.words().last_question;
  else if (std::holds_alternative<BackReply>(reply))
    notice_ = screen_.words().first_question;
  else if (std::holds_alternative<RemarkReply>(reply))
    notice_ = screen_.words().nothing_to_show;
}

/// Goes to another question; what was given here and not taken is named.
ScreenModel::Request ScreenModel::leave(const Reply& reply) {
  const std::string left = untaken();
  const std::optional<std::size_t> from = interview_.at_hand();
  Request request = take(reply);
  if (interview_.at_hand() != from && !left.empty()) notice_ = left;
  return request;
}

/// Evidence or a note goes with the answer that is chosen or typed, which is taken with it; without
/// one, with what the question has. The question stays.
ScreenModel::Request ScreenModel::attach(const RemarkReply& remark) {
  const AnswerDraft draft = draft_with_text();
  Reply reply = draft.is_changed() ? draft.reply() : Reply(remark);
  if (std::holds_alternative<ClearReply>(reply)) reply = remark;
  if (auto* answer = std::get_if<AnswerReply>(&reply)) {
    if (answer->not_applicable && remark.evidence) {
      notice_ = screen_.words().nothing_to_show;
      return {};
    }
    answer->evidence = remark.evidence;
    answer->note = remark.note;
  }
  const std::size_t number = *question_;
  const Request request = take(reply);
  if (request.kind != RequestKind::save) return request;
  static_cast<void>(interview_.go_to(number));
  const std::string notice = std::exchange(notice_, {});
  come_to_question();
  writing_.reset();
  notice_ = notice;
  return request;
}

std::string ScreenModel::untaken() const {
  if (writing_ && writing_->what != Writing::What::answer && writing_->field.text() != writing_->before)
    return screen_.reader().sentence(screen_.words().not_taken,
                                     {AnswerText::excerpt(writing_->field.text())});
  const AnswerDraft draft = draft_with_text();
  if (!question_ || !draft.is_changed()) return {};
  const Reply reply = draft.reply();
  std::string what = draft.written() ? AnswerText::excerpt(*draft.written()) : draft.typed();
  if (const auto* answer = std::get_if<AnswerReply>(&reply))
    what = screen_.reader().answer(at_hand(), {answer->value, answer->not_applicable, {}, {}, {}});
  return screen_.reader().sentence(screen_.words().not_taken, {what});
}

void ScreenModel::add_notice(std::string_view sentence) {
  if (!notice_.empty()) notice_ += ' ';
  notice_ += sentence;
}

void ScreenModel::show(const ShowReply& reply) {
  scroll_ = 0;
  switch (reply.what) {
    case ShowReply::What::list:
      mode_ = Mode::list;
      list_.open(reply.words);
      return;
    case ShowReply::What::review:
      open_review();
      return;
    case ShowReply::What::score:
      mode_ = Mode::page;  // drawn to the width at hand: see frame()
      return;
    case ShowReply::What::advice:
      notice_ = advice_sentence(screen_, rubric_, interview_.at_hand());
      return;
  }
}

}  // namespace ibtikar::cli
