// See ask_board.h: what keys do on the list of questions, the review and the evidence levels.
#include <algorithm>

#include "base/safe_text.h"
#include "cli/ask/keyboard.h"
#include "cli/ask/screen_model.h"

namespace ibtikar::cli {
namespace {

using io::Key;
using Kind = Key::Kind;

}  // namespace

void ScreenModel::open_review() {
  mode_ = Mode::review;
  filter_.clear();
  filter();
}

/// What the list holds now; the question at hand is chosen where it is among them.
void ScreenModel::filter() {
  listed_ = finder_.find(filter_);
  std::erase_if(listed_, [&](std::size_t number) { return interview_.is_hidden(number); });
  chosen_ = 0;
  for (std::size_t i = 0; i < listed_.size(); ++i)
    if (interview_.at_hand() == listed_[i]) chosen_ = i;
}

ScreenModel::Request ScreenModel::press_on_list(const Key& key) {
  const std::size_t last = listed_.empty() ? 0 : listed_.size() - 1;
  constexpr std::size_t kPage = 8;
  switch (key.kind) {
    case Kind::down:
      chosen_ = std::min(chosen_ + 1, last);
      return {};
    case Kind::up:
      chosen_ -= chosen_ > 0 ? 1 : 0;
      return {};
    case Kind::page_down:
      chosen_ = std::min(chosen_ + kPage, last);
      return {};
    case Kind::page_up:
      chosen_ -= std::min(chosen_, kPage);
      return {};
    case Kind::home:
      chosen_ = 0;
      return {};
    case Kind::end:
      chosen_ = last;
      return {};
    case Kind::enter:
      if (!listed_.empty()) static_cast<void>(interview_.go_to(listed_[chosen_]));
      come_to_question();
      return {};
    case Kind::escape:
      come_to_question();
      return {};
    case Kind::backspace:
      drop_last_letter(filter_);
      filter();
      return {};
    case Kind::text:
    case Kind::paste:
      filter_ += plain(key.text);
      filter();
      return {};
    default:
      return {};
  }
}

ScreenModel::Request ScreenModel::press_on_evidence(const Key& key) {
  const auto& levels = rubric_.parts().evidence.levels;
  if (key.kind == Kind::down) chosen_ = (chosen_ + 1) % levels.size();
  if (key.kind == Kind::up) chosen_ = (chosen_ + levels.size() - 1) % levels.size();
  const std::string text = key.kind == Kind::text ? command_of(key.text) : std::string();
  const bool is_level =
      is_digit(text) && text[0] >= '1' && static_cast<std::size_t>(text[0] - '0') <= levels.size();
  // As with answers: a digit goes there and Enter takes it, else the Enter behind it would skip the question.
  if (is_level) chosen_ = static_cast<std::size_t>(text[0] - '1');
  if (key.kind != Kind::enter) {
    if (key.kind == Kind::escape || text == "q" || text == "@") mode_ = Mode::question;
    return {};
  }
  mode_ = Mode::question;
  return take(RemarkReply{levels[chosen_].id, std::nullopt});
}

}  // namespace ibtikar::cli
