// See screen_model.h: what keys do on the list of questions, the review, the evidence levels and
// the score.
#include <algorithm>

#include "cli/ask/keyboard.h"
#include "cli/ask/screen_model.h"

namespace ibtikar::cli {
namespace {

using io::Key;
using Kind = io::Key::Kind;

/// In the review a question has a second line, its answer.
constexpr std::size_t kReviewLines = 2;

}  // namespace

void ScreenModel::open_review() {
  mode_ = Mode::review;
  list_.open({});
}

/// Returns to the question that was at hand; everything is as it was.
ScreenModel::Request ScreenModel::press_on_list(const Key& key) {
  const std::size_t page =
      std::max<std::size_t>(page_rows_ / (mode_ == Mode::review ? kReviewLines : 1), 2) - 1;
  if (key.kind == Kind::escape) {
    return_to_question();
    return {};
  }
  if (key.kind != Kind::enter) {
    list_.press(key, page);
    return {};
  }
  const std::optional<std::size_t> wanted = list_.chosen_question();
  return_to_question();
  if (!wanted || wanted == interview_.at_hand()) return {};
  const std::string left = untaken();
  static_cast<void>(interview_.go_to(*wanted));
  come_to_question();
  notice_ = left;
  return {};
}

/// What is typed must be an answer before anything can show it.
ScreenModel::Request ScreenModel::open_evidence() {
  if (rubric_.parts().evidence.levels.empty()) return take(ParseError{ParseError::Kind::no_evidence, {}});
  const Reply reply = draft_.reply();
  if (draft_.is_changed() && std::holds_alternative<ParseError>(reply)) return take(reply);
  mode_ = Mode::evidence;
  scroll_ = 0;
  evidence_ = interview_.sheet().cells[*question_].evidence;
  return {};
}

ScreenModel::Request ScreenModel::press_on_evidence(const Key& key) {
  const auto& levels = rubric_.parts().evidence.levels;
  if (key.kind == Kind::down) evidence_ = (evidence_ + 1) % levels.size();
  if (key.kind == Kind::up) evidence_ = (evidence_ + levels.size() - 1) % levels.size();
  if (key.kind == Kind::home) evidence_ = 0;
  if (key.kind == Kind::end) evidence_ = levels.size() - 1;
  const std::string text = key.kind == Kind::text ? command_of(key.text) : std::string();
  const bool is_level =
      is_digit(text) && text[0] >= '1' && static_cast<std::size_t>(text[0] - '0') <= levels.size();
  // As with answers, a digit goes there and Enter takes it. Otherwise the Enter that follows would
  // skip the question.
  if (is_level)
    evidence_ = static_cast<std::size_t>(text[0] - '1');
  else if (is_digit(text))
    notice_ = screen_.explain({ParseError::Kind::unknown_evidence, text}, *question_);
  if (key.kind != Kind::enter) {
    if (key.kind == Kind::escape || text == "q" || text == "@") return_to_question();
    return {};
  }
  return_to_question();
  return attach(RemarkReply{levels[evidence_].id, std::nullopt});
}

/// Any key closes the page. A key that is part of an answer also goes to the question.
ScreenModel::Request ScreenModel::press_on_page(const Key& key) {
  if (key.kind == Kind::down) {
    scroll_ = std::min(scroll_ + 1, scroll_limit_);
    return {};
  }
  if (key.kind == Kind::up) {
    scroll_ -= scroll_ > 0 ? 1 : 0;
    return {};
  }
  return_to_question();
  const bool is_digit_key = key.kind == Kind::text && is_digit(command_of(key.text));
  return is_digit_key || key.kind == Kind::paste ? press(key) : Request{};
}

}  // namespace ibtikar::cli
