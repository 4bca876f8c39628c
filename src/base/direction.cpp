// See direction.h. Only what the four isolates and letters need of UAX #9 is here:
// plain() lets no other bidi control through.
#include "base/direction.h"

#include "base/utf8.h"

namespace ibtikar {
namespace {

constexpr char32_t kFirstIsolate = 0x2066;
constexpr char32_t kLastIsolate = 0x2068;
constexpr char32_t kPop = 0x2069;
constexpr std::string_view kLeftToRightMark = "\u200E";
constexpr std::string_view kRightToLeftMark = "\u200F";

bool is_right_to_left_letter(char32_t c) {
  // Arabic-Indic digits and the signs among them have no direction of a letter.
  if ((c >= 0x600 && c <= 0x607) || (c >= 0x609 && c <= 0x61A) || (c >= 0x660 && c <= 0x66C)) return false;
  if (c >= 0x6F0 && c <= 0x6F9) return false;
  return (c >= 0x590 && c <= 0x8FF) || (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC) ||
         (c >= 0x10800 && c <= 0x10FFF) || (c >= 0x1E800 && c <= 0x1EFFF);
}

/// Digits and signs of the Arabic script. In a line that runs from left to right, they reorder
/// their neighbors.
bool is_arabic_sign(char32_t c) { return c >= 0x590 && c <= 0x8FF; }

/// Roughly: letters outside ASCII that are not right to left; blocks of signs are left out.
bool is_left_to_right_letter(char32_t c) {
  if ((c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z')) return true;
  if (c < 0xAA || c == 0xD7 || c == 0xF7 || c == 0xB7) return false;
  const bool is_sign = (c >= 0xAB && c <= 0xBF && c != 0xB5 && c != 0xBA) || (c >= 0x300 && c <= 0x36F) ||
                       (c >= 0x590 && c <= 0x8FF) || (c >= 0x2000 && c <= 0x2BFF) ||
                       (c >= 0x3000 && c <= 0x3004) || (c >= 0xFE00 && c <= 0xFE6F) ||
                       (c >= 0x1F000 && c <= 0x1FAFF);
  return !is_sign && !is_right_to_left_letter(c);
}

template <class Visit>  // visit(char32_t) -> bool: go on
void for_each_code_point(std::string_view text, const Visit& visit) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at).value_or(CodePoint{0, at + 1});
    if (!visit(point.value)) return;
    at = point.next;
  }
}

/// Where the isolates begin that `line` leaves open, the outermost first.
std::vector<std::size_t> open_isolates(std::string_view line) {
  std::vector<std::size_t> open;
  for (std::size_t at = 0; at < line.size();) {
    const CodePoint point = code_point_at(line, at).value_or(CodePoint{0, at + 1});
    if (point.value >= kFirstIsolate && point.value <= kLastIsolate) open.push_back(at);
    if (point.value == kPop && !open.empty()) open.pop_back();
    at = point.next;
  }
  return open;
}

/// What opens again the isolate that `text` begins with: in the direction that it took so far.
std::string_view opener_of(std::string_view text) {
  const std::string_view opener = text.substr(0, kFirstStrongIsolate.size());
  if (opener == kLeftToRightIsolate) return kLeftToRightIsolate;
  if (opener == kRightToLeftIsolate) return kRightToLeftIsolate;
  switch (first_strong(text.substr(opener.size()))) {
    case Direction::left_to_right:
      return kLeftToRightIsolate;
    case Direction::right_to_left:
      return kRightToLeftIsolate;
    case Direction::none:
      break;
  }
  return kFirstStrongIsolate;
}

}  // namespace

Direction first_strong(std::string_view text) {
  Direction found = Direction::none;
  std::size_t depth = 0;
  for_each_code_point(text, [&](char32_t c) {
    if (c >= kFirstIsolate && c <= kLastIsolate) ++depth;
    if (c == kPop && depth > 0) --depth;
    if (depth > 0) return true;
    if (is_right_to_left_letter(c)) found = Direction::right_to_left;
    if (is_left_to_right_letter(c)) found = Direction::left_to_right;
    return found == Direction::none;
  });
  return found;
}

bool may_turn(std::string_view text) {
  bool turns = false;
  for_each_code_point(text, [&](char32_t c) {
    // Any code point of these scripts: Arabic-Indic digits too change the order of signs beside them.
    turns = (c >= 0x590 && c <= 0x8FF) || is_right_to_left_letter(c) || (c >= kFirstIsolate && c <= kPop);
    return !turns;
  });
  return turns;
}

std::string marked_in(Direction around, std::string_view text) {
  const bool in_arabic = around == Direction::right_to_left;
  bool turns = false;
  bool has_digit = false;
  bool is_amount = true;  // digits, a point, a percent sign: in order in any line
  for_each_code_point(text, [&](char32_t c) {
    const bool digit = c >= U'0' && c <= U'9';
    has_digit = has_digit || digit;
    is_amount = is_amount && (digit || c == U'.' || c == U'%');
    turns =
        turns || (in_arabic ? is_left_to_right_letter(c) : is_right_to_left_letter(c) || is_arabic_sign(c));
    return !turns;
  });
  const Direction own = first_strong(text);
  if (in_arabic && own == Direction::none) turns = has_digit && !is_amount;  // "2026-11-25", "−0.63"
  if (!turns) return std::string(text);
  const std::string_view outer = in_arabic ? kRightToLeftMark : kLeftToRightMark;
  const bool inner_is_arabic = own == Direction::right_to_left;
  const std::string_view inner = inner_is_arabic ? kRightToLeftMark : kLeftToRightMark;
  const bool is_same = inner == outer;
  std::string marked(outer);
  if (!is_same) marked += inner;
  marked += text;
  if (!is_same) marked += inner;
  return marked.append(outer);
}

void mend_isolates(std::vector<std::string>& lines) {
  std::vector<std::string_view> carried;  // what opens again the isolates that the line before left open
  for (std::string& line : lines) {
    std::string mended;
    for (const std::string_view opener : carried) mended += opener;
    mended += line;
    const std::vector<std::size_t> open = open_isolates(mended);
    carried.clear();
    for (const std::size_t at : open) carried.push_back(opener_of(std::string_view(mended).substr(at)));
    for (std::size_t i = 0; i < open.size(); ++i) mended += kPopIsolate;
    line = std::move(mended);
  }
}

std::string isolated_as(Direction direction, std::string_view line) {
  std::string_view opener = kFirstStrongIsolate;
  if (first_strong(line) != direction)
    opener = direction == Direction::right_to_left ? kRightToLeftIsolate : kLeftToRightIsolate;
  return std::string(opener).append(line).append(kPopIsolate);
}

}  // namespace ibtikar
