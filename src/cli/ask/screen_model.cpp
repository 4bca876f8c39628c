// See screen_model.h: what keys do. The letters mean what they mean in a typed line (parse_reply), so that
// there is one grammar; arrows, Enter and Escape are the screen's own.
#include "cli/ask/screen_model.h"

#include <algorithm>
#include <utility>

#include "cli/ask/keyboard.h"
#include "cli/ask/overview_text.h"

namespace ibtikar::cli {
namespace {

using io::Key;
using Kind = Key::Kind;
using RequestKind = ScreenModel::Request::Kind;

bool takes_a_list(const Question& question) {
  return question.type != QuestionType::number && question.type != QuestionType::text;
}

}  // namespace

ScreenModel::ScreenModel(const QuestionText& screen, const Rubric& rubric, const Scorer& scorer,
                         const QuestionFinder& finder, Interview& interview)
    : screen_(screen),
      rubric_(rubric),
      scorer_(scorer),
      finder_(finder),
      interview_(interview),
      outlook_(scorer.outlook(interview.sheet())) {
  settled_was_told_ = outlook_.settled;
  come_to_question();
}

const Question& ScreenModel::at_hand() const { return rubric_.question(interview_.at_hand().value_or(0)); }

/// Levels or options; "none of them" of choices; "does not apply" where that is an answer.
std::size_t ScreenModel::item_count() const {
  if (!interview_.at_hand()) return 0;
  const Question& question = at_hand();
  std::size_t count = question.type == QuestionType::yes_no ? 2 : list_of(question).size();
  if (question.type == QuestionType::choices) ++count;
  return count + (question.not_applicable ? 1 : 0);
}

/// The state of the screen follows the question at hand.
void ScreenModel::come_to_question(std::optional<std::size_t> item) {
  mode_ = Mode::question;
  item_ = question_ == interview_.at_hand() ? item : std::nullopt;
  question_ = interview_.at_hand();
  typed_.clear();
  help_ = Help::none;
  scroll_ = 0;
  ticked_.clear();
  if (!question_) return;
  const Question& question = at_hand();
  ticked_.assign(question.options.size(), false);
  const Answer* answer = interview_.answer(*question_);
  if (answer == nullptr || !interview_.is_answered(*question_)) return;
  const std::size_t count = item_count();
  if (answer->not_applicable) {
    if (count > 0) item_ = count - 1;
  } else if (const auto* truth = std::get_if<bool>(&answer->value)) {
    item_ = *truth ? 0 : 1;
  } else if (question.type == QuestionType::scale) {
    item_ = interview_.sheet().cells[*question_].index;
  } else if (const auto* id = std::get_if<std::string>(&answer->value)) {
    for (std::size_t i = 0; i < question.options.size(); ++i)
      if (question.options[i].id == *id) item_ = i;
  } else if (const auto* ids = std::get_if<std::vector<std::string>>(&answer->value)) {
    for (std::size_t i = 0; i < question.options.size(); ++i)
      ticked_[i] = std::find(ids->begin(), ids->end(), question.options[i].id) != ids->end();
  }
}

ScreenModel::Request ScreenModel::press(const Key& key) {
  notice_.clear();
  seed_.clear();
  if (question_ != interview_.at_hand()) come_to_question();
  switch (mode_) {
    case Mode::question:
      return press_on_question(key);
    case Mode::evidence:
      return press_on_evidence(key);
    case Mode::list:
    case Mode::review:
      return press_on_list(key);
    case Mode::page:
      break;
  }
  if (key.kind == Kind::down || key.kind == Kind::page_down)
    scroll_ = std::min(scroll_ + 1, scroll_limit_);
  else if (key.kind == Kind::up || key.kind == Kind::page_up)
    scroll_ -= scroll_ > 0 ? 1 : 0;
  else
    come_to_question();
  return {};
}

ScreenModel::Request ScreenModel::press_on_question(const Key& key) {
  switch (key.kind) {
    case Kind::down:
      move(1);
      return {};
    case Kind::up:
      move(-1);
      return {};
    case Kind::page_down:
      scroll_ = std::min(scroll_ + 1, scroll_limit_);
      return {};
    case Kind::page_up:
      scroll_ -= scroll_ > 0 ? 1 : 0;
      return {};
    case Kind::left:
    case Kind::back_tab:
      return take(BackReply{});
    case Kind::right:
      return take(ForwardReply{});
    case Kind::tab:
      return take(SkipReply{});
    case Kind::enter:
      return enter();
    case Kind::backspace:
      drop_last_letter(typed_);
      return {};
    case Kind::escape:
      typed_.clear();
      help_ = Help::none;
      return {};
    case Kind::text:
      return press_text(command_of(key.text));
    default:
      return {};
  }
}

/// Digits name a line, or are a number on its way; letters are commands.
ScreenModel::Request ScreenModel::press_text(const std::string& text) {
  const bool is_open_end = !interview_.at_hand();
  const Question& question = at_hand();
  if (text == "@" && !is_open_end) {
    if (rubric_.parts().evidence.levels.empty()) return take(ParseError{ParseError::Kind::no_evidence, {}});
    mode_ = Mode::evidence;
    chosen_ = interview_.sheet().cells[*question_].evidence;
    return {};
  }
  if (text == "#" && !is_open_end) return {RequestKind::write_note, *question_};
  if (text == "e" && !is_open_end) return {RequestKind::edit, *question_};
  const bool is_number_part = is_digit(text) || text == "." || text == "," || text == "-" || text == "٫";
  if (!is_open_end && question.type == QuestionType::number && is_number_part) {
    typed_ += text;
    return {};
  }
  if (!is_open_end && question.type == QuestionType::choices && (is_digit(text) || text == " ")) {
    if (text == " " && item_) toggle(*item_);
    if (is_digit(text))
      toggle(text == "0" ? question.options.size() : static_cast<std::size_t>(text[0] - '1'));
    return {};
  }
  if (!is_open_end && takes_a_list(question) && is_digit(text) && list_of(question).size() > 9) {
    typed_ += text;
    return {};
  }
  if (text == "?" || text == "؟") {
    const bool has_rules = !is_open_end && !question.rules.empty();
    help_ = help_ == Help::none                   ? Help::meaning
            : help_ == Help::meaning && has_rules ? Help::rules
                                                  : Help::none;
    return {};
  }
  const bool is_capital = text.size() == 1 && text[0] >= 'A' && text[0] <= 'Z';
  if (!is_open_end && question.type == QuestionType::text && is_capital)
    return point_at(AnswerReply{text, false, {}, {}}, text);  // texts begin so; commands are small letters
  const Reply reply = parse_reply(rubric_, interview_.at_hand().value_or(0), text);
  if (const auto* answer = std::get_if<AnswerReply>(&reply); answer != nullptr && !is_open_end)
    return point_at(*answer, text);
  return take(reply);
}

/// An answer by its key: the arrows go there, and Enter takes it, so that a digit with an Enter behind it
/// answers one question and not two. In a text question it is the first letter of what is to be written.
ScreenModel::Request ScreenModel::point_at(const AnswerReply& answer, const std::string& text) {
  const Question& question = at_hand();
  if (answer.not_applicable) {
    item_ = item_count() - 1;
  } else if (question.type == QuestionType::text) {
    seed_ = text;
    return {RequestKind::write, *question_};
  } else if (const auto* truth = std::get_if<bool>(&answer.value)) {
    item_ = *truth ? 0 : 1;
  } else if (is_digit(text)) {
    item_ = static_cast<std::size_t>(text[0] - '1');
  }
  return {};
}

void ScreenModel::toggle(std::size_t item) {
  const std::size_t options = at_hand().options.size();
  if (item < options) {
    ticked_[item] = !ticked_[item];
    item_ = item;
  } else if (item == options) {
    ticked_.assign(options, false);
    item_ = options;
  }
}

void ScreenModel::move(int by) {
  const std::size_t count = item_count();
  if (count == 0) return;
  if (!item_)
    item_ = by > 0 ? 0 : count - 1;
  else
    item_ = (*item_ + count + static_cast<std::size_t>(by + static_cast<int>(count))) % count;
}

/// Takes what is chosen or typed; with nothing chosen, goes on and leaves the question open.
ScreenModel::Request ScreenModel::enter() {
  if (!interview_.at_hand()) return {RequestKind::finish, 0};
  const std::size_t number = *interview_.at_hand();
  const Question& question = at_hand();
  if (question.type == QuestionType::text && item_ != std::optional<std::size_t>(0))
    return {RequestKind::write, number};
  if (!typed_.empty()) return take(parse_reply(rubric_, number, std::exchange(typed_, {})));
  if (question.not_applicable && item_ && *item_ + 1 == item_count())
    return take(AnswerReply{std::monostate{}, true, {}, {}});
  if (question.type == QuestionType::choices) {
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < ticked_.size(); ++i)
      if (ticked_[i]) ids.push_back(question.options[i].id);
    const bool says_none = item_ == std::optional<std::size_t>(question.options.size());
    if (ids.empty() && !says_none) return take(SkipReply{});
    return take(AnswerReply{std::move(ids), false, {}, {}});
  }
  if (!item_ || !takes_a_list(question)) return take(SkipReply{});
  return take(parse_reply(rubric_, number, std::to_string(*item_ + 1)));
}

ScreenModel::Request ScreenModel::take(const Reply& reply) {
  const std::size_t number = interview_.at_hand().value_or(0);
  const bool is_mark = std::holds_alternative<MarkReply>(reply);
  switch (interview_.take(reply)) {
    case Effect::changed:
      outlook_ = scorer_.outlook(interview_.sheet());
      come_to_question(item_);
      if (!interview_.hidden_by_change().empty())
        notice_ = kept_hidden(screen_, rubric_, interview_);
      else if (outlook_.settled && !settled_was_told_)
        notice_ = settled_sentence(screen_, rubric_, outlook_);
      settled_was_told_ = outlook_.settled;
      return {RequestKind::save, number};
    case Effect::marked:
      notice_ = interview_.is_marked(number) ? screen_.words().mark_set : screen_.words().mark_gone;
      return {RequestKind::save_mark, number};
    case Effect::moved:
      come_to_question();
      return {};
    case Effect::stopped:
      return {RequestKind::stop, number};
    case Effect::stayed:
    case Effect::refused:
      break;
  }
  if (const auto* wanted = std::get_if<ShowReply>(&reply))
    show(*wanted);
  else if (const auto* misreading = std::get_if<ParseError>(&reply))
    notice_ = screen_.explain(*misreading, number);
  else if (std::holds_alternative<ForwardReply>(reply))
    notice_ = screen_.words().last_question;
  else if (std::holds_alternative<BackReply>(reply))
    notice_ = screen_.words().first_question;
  else if (is_mark)
    notice_.clear();
  return {};
}

void ScreenModel::show(const ShowReply& reply) {
  scroll_ = 0;
  switch (reply.what) {
    case ShowReply::What::list:
      mode_ = Mode::list;
      filter_ = reply.words;
      filter();
      return;
    case ShowReply::What::review:
      open_review();
      return;
    case ShowReply::What::score:
      mode_ = Mode::page;
      page_title_ = screen_.words().score_title;
      page_text_.clear();  // drawn to the width at hand: see frame()
      return;
    case ShowReply::What::advice:
      notice_ = advice_sentence(screen_, rubric_, interview_.at_hand());
      return;
  }
}

std::string ScreenModel::present_text(const Request& request) const {
  const Answer* answer = interview_.answer(request.number);
  if (answer == nullptr) return request.kind == RequestKind::write ? seed_ : std::string();
  const auto* text = std::get_if<std::string>(&answer->value);
  const bool is_answer =
      request.kind != RequestKind::write_note && rubric_.question(request.number).type == QuestionType::text;
  if (is_answer) return (text != nullptr ? *text : std::string()) + seed_;
  return answer->note;
}

ScreenModel::Request ScreenModel::take_text(const Request& request, const std::string& text) {
  const bool is_answer =
      request.kind != RequestKind::write_note && rubric_.question(request.number).type == QuestionType::text;
  seed_.clear();
  if (text == present_text(request)) return {};
  if (interview_.go_to(request.number) == Effect::refused) return {};
  if (!is_answer) return take(RemarkReply{std::nullopt, text});
  if (text.empty()) return take(SkipReply{});
  return take(AnswerReply{text, false, {}, {}});
}

}  // namespace ibtikar::cli
