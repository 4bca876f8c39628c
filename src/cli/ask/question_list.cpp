// See question_list.h.
#include "cli/ask/question_list.h"

#include <algorithm>
#include <utility>

#include "base/safe_text.h"
#include "cli/ask/keyboard.h"

namespace ibtikar::cli {

using Kind = io::Key::Kind;

QuestionList::QuestionList(const QuestionFinder& finder, const Interview& interview)
    : finder_(finder), interview_(interview) {}

void QuestionList::open(std::string words) {
  words_ = std::move(words);
  find();
}

void QuestionList::find() {
  questions_ = finder_.find(words_);
  std::erase_if(questions_, [&](std::size_t number) { return interview_.is_hidden(number); });
  chosen_ = 0;
  for (std::size_t i = 0; i < questions_.size(); ++i)
    if (interview_.at_hand() == questions_[i]) chosen_ = i;
}

std::optional<std::size_t> QuestionList::chosen_question() const {
  return questions_.empty() ? std::nullopt : std::optional(questions_[chosen_]);
}

void QuestionList::press(const io::Key& key, std::size_t page) {
  const std::size_t last = questions_.empty() ? 0 : questions_.size() - 1;
  switch (key.kind) {
    case Kind::down:
      chosen_ = std::min(chosen_ + 1, last);
      return;
    case Kind::up:
      chosen_ -= chosen_ > 0 ? 1 : 0;
      return;
    case Kind::page_down:
      chosen_ = std::min(chosen_ + page, last);
      return;
    case Kind::page_up:
      chosen_ -= std::min(chosen_, page);
      return;
    case Kind::home:
      chosen_ = 0;
      return;
    case Kind::end:
      chosen_ = last;
      return;
    case Kind::backspace:
      drop_last_letter(words_);
      return find();
    case Kind::text:
    case Kind::paste:
      words_ += plain(key.text);
      return find();
    default:
      return;
  }
}

}  // namespace ibtikar::cli
