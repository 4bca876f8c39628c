// See screen_model.h: texts that are written on the screen: an answer, a note, what is said of the
// program. While one is, every letter is text; Escape leaves it and loses nothing.
#include <algorithm>
#include <utility>

#include "base/safe_text.h"
#include "cli/ask/screen_model.h"

namespace ibtikar::cli {
namespace {

using Kind = io::Key::Kind;
using RequestKind = ScreenModel::Request::Kind;

}  // namespace

/// What is kept so far.
std::string ScreenModel::present_text(Writing::What what) const {
  if (!question_ || what == Writing::What::detail) return {};
  return what == Writing::What::note ? interview_.note(*question_) : interview_.text_answer(*question_);
}

void ScreenModel::open_field(Writing::What what) {
  const std::string before = on_one_line(present_text(what));
  const std::optional<std::string>& unfinished =
      what == Writing::What::answer ? draft_.written() : unfinished_note_;
  if (what == Writing::What::answer) draft_.point_at_nothing();
  const bool goes_on = what != Writing::What::detail && unfinished;
  writing_.emplace(Writing{what, TextField(goes_on ? *unfinished : before), before, 0});
}

/// The draft with the text that is being written.
AnswerDraft ScreenModel::draft_with_text() const {
  AnswerDraft draft = draft_;
  if (!writing_ || writing_->what != Writing::What::answer) return draft;
  const std::string& text = writing_->field.text();
  draft.write(text == writing_->before ? std::nullopt : std::optional(text));
  return draft;
}

ScreenModel::Request ScreenModel::press_in_field(const io::Key& key) {
  const bool is_answer = writing_->what == Writing::What::answer;
  switch (key.kind) {
    case Kind::enter:
      if (is_answer) return take_answer_text();
      return writing_->what == Writing::What::note ? take_note() : take_detail();
    case Kind::escape:
      close_field();
      return {};
    case Kind::tab:
      return is_answer ? leave(SkipReply{}) : Request{};
    case Kind::back_tab:
      return is_answer ? leave(BackReply{}) : Request{};
    case Kind::up:
    case Kind::down:
      recall(key.kind == Kind::up);
      return {};
    default:
      if (key == io::Key{Kind::control, "g"})
        close_field();
      else
        writing_->field.press(key);
      return {};
  }
}

/// What was written is kept: an answer stays on the screen, and a note returns with the next "#".
void ScreenModel::close_field() {
  const std::string& text = writing_->field.text();
  const bool is_changed = text != writing_->before;
  if (is_changed) notice_ = untaken();
  switch (writing_->what) {
    case Writing::What::answer:
      draft_ = draft_with_text();
      break;
    case Writing::What::note:
      unfinished_note_ = is_changed ? std::optional(text) : std::nullopt;
      break;
    case Writing::What::detail:
      return go_to_detail(details_.size());
  }
  writing_.reset();
  scroll_ = 0;
}

/// Earlier texts, the newest first, then the stored one.
void ScreenModel::recall(bool is_back) {
  std::size_t& recalled = writing_->recalled;
  if (is_back ? recalled == written_.size() : recalled == 0) return;
  recalled += is_back ? 1U : 0U;
  recalled -= is_back ? 0U : 1U;
  writing_->field.set(recalled == 0 ? writing_->before : written_[written_.size() - recalled]);
}

ScreenModel::Request ScreenModel::take_answer_text() {
  const AnswerDraft draft = draft_with_text();
  const Reply reply = draft.reply();  // with nothing written: goes on, and what is there stays
  if (draft.written() && !std::holds_alternative<ParseError>(reply)) written_.push_back(*draft.written());
  return take(reply);
}

ScreenModel::Request ScreenModel::take_note() {
  const std::string typed = writing_->field.text();
  const Reply reply = read_note(typed);
  const auto* note = std::get_if<RemarkReply>(&reply);
  if (note == nullptr) return take(reply);
  const bool is_changed = typed != writing_->before;
  writing_.reset();
  unfinished_note_.reset();
  scroll_ = 0;
  if (!is_changed) return {};
  if (!typed.empty()) written_.push_back(typed);
  return attach(*note);
}

std::string ScreenModel::text_to_edit() const {
  const std::optional<std::string>& unfinished = is_text_question() ? draft_.written() : unfinished_note_;
  return unfinished.value_or(present_text(is_text_question() ? Writing::What::answer : Writing::What::note));
}

ScreenModel::Request ScreenModel::take_edited(const std::string& text) {
  if (!question_ || text == present_text(is_text_question() ? Writing::What::answer : Writing::What::note))
    return {};
  const Reply reply = is_text_question() ? read_text_answer(text) : read_note(text);
  if (std::holds_alternative<ParseError>(reply)) return take(reply);
  if (const auto* note = std::get_if<RemarkReply>(&reply)) return attach(*note);
  draft_.write(text);
  return take(draft_.reply());
}

void ScreenModel::ask_details(std::vector<Detail> details) {
  details_ = std::move(details);
  go_to_detail(0);
}

void ScreenModel::go_to_detail(std::size_t detail) {
  detail_ = detail;
  if (detail_ >= details_.size()) {
    const std::string notice = std::exchange(notice_, {});
    come_to_question();
    notice_ = notice;
    return;
  }
  mode_ = Mode::detail;
  scroll_ = 0;
  open_field(Writing::What::detail);
}

ScreenModel::Request ScreenModel::take_detail() {
  const Detail& detail = details_[detail_];
  const std::string typed = writing_->field.text();
  const auto read = read_detail(detail, typed);
  if (const auto* fault = std::get_if<DetailFault>(&read)) {
    notice_ = cli::explain(*fault, AnswerText::excerpt(typed), screen_.words());
    return {};
  }
  Request request{RequestKind::save_detail, 0, detail.member, std::get<std::string>(read)};
  go_to_detail(detail_ + 1);
  return request.text.empty() ? Request{} : request;
}

}  // namespace ibtikar::cli
