// See text_field.h. The keys are those of every line editor: arrows, Home, End, Ctrl-A, E, B, F, W,
// U, K.
#include "cli/ask/text_field.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"

namespace ibtikar::cli {
namespace {

using Kind = io::Key::Kind;

/// Longest stretch shown on either side of the cursor, in bytes.
constexpr std::size_t kShown = 1000;
constexpr std::string_view kMore = "…";

bool is_inside_letter(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0U) == 0x80U;
}

/// Marks and joiners stay with the letter before them.
bool belongs_to_letter_before(std::string_view text, std::size_t at) {
  const auto point = code_point_at(text, at);
  return point && display_width(text.substr(at, point->next - at)) == 0;
}

}  // namespace

std::string on_one_line(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool is_break = c == '\n' || c == '\r' || c == '\t';
    if (!is_break)
      out += c;
    else if (out.empty() || out.back() != ' ')
      out += ' ';
  }
  return out;
}

TextField::TextField(std::string text) : text_(std::move(text)), cursor_(text_.size()) {}

void TextField::set(std::string text) {
  text_ = std::move(text);
  cursor_ = text_.size();
}

bool TextField::press(const io::Key& key) {
  switch (key.kind) {
    case Kind::text:
      insert(key.text);
      return true;
    case Kind::paste:
      insert(on_one_line(key.text));
      return true;
    case Kind::left:
      cursor_ = before(cursor_);
      return true;
    case Kind::right:
      cursor_ = behind(cursor_);
      return true;
    case Kind::home:
      cursor_ = 0;
      return true;
    case Kind::end:
      cursor_ = text_.size();
      return true;
    case Kind::backspace:
      cut(before(cursor_), cursor_);
      return true;
    case Kind::erase:
      cut(cursor_, behind(cursor_));
      return true;
    case Kind::control:
      return press_control(key.text);
    default:
      return false;
  }
}

bool TextField::press_control(std::string_view letter) {
  if (letter == "a")
    cursor_ = 0;
  else if (letter == "e")
    cursor_ = text_.size();
  else if (letter == "b")
    cursor_ = before(cursor_);
  else if (letter == "f")
    cursor_ = behind(cursor_);
  else if (letter == "d")
    cut(cursor_, behind(cursor_));
  else if (letter == "w")
    cut(word_before(cursor_), cursor_);
  else if (letter == "u")
    cut(0, cursor_);
  else if (letter == "k")
    cut(cursor_, text_.size());
  else
    return false;
  return true;
}

std::string TextField::shown() const {
  std::size_t begin = cursor_ - std::min(cursor_, kShown);
  while (is_inside_letter(text_, begin)) --begin;
  std::size_t end = std::min(cursor_ + kShown, text_.size());
  while (is_inside_letter(text_, end)) ++end;
  std::string out(begin > 0 ? kMore : std::string_view());
  out += text_.substr(begin, cursor_ - begin);
  out += kCursor;
  out += text_.substr(cursor_, end - cursor_);
  if (end < text_.size()) out += kMore;
  return out;
}

void TextField::insert(std::string_view text) {
  text_.insert(cursor_, text);
  cursor_ += text.size();
}

std::size_t TextField::before(std::size_t at) const {
  while (at > 0) {
    --at;
    while (is_inside_letter(text_, at)) --at;
    if (!belongs_to_letter_before(text_, at)) return at;
  }
  return 0;
}

std::size_t TextField::behind(std::size_t at) const {
  if (at < text_.size()) at = code_point_at(text_, at).value_or(CodePoint{0, at + 1}).next;
  while (at < text_.size() && belongs_to_letter_before(text_, at))
    at = code_point_at(text_, at).value_or(CodePoint{0, at + 1}).next;
  return at;
}

std::size_t TextField::word_before(std::size_t at) const {
  while (at > 0 && text_[at - 1] == ' ') --at;
  while (at > 0 && text_[at - 1] != ' ') --at;
  return at;
}

void TextField::cut(std::size_t begin, std::size_t end) {
  text_.erase(begin, end - begin);
  cursor_ = begin;
}

}  // namespace ibtikar::cli
