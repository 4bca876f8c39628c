// See array_blocks.h.
#include "batch/array_blocks.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "base/safe_text.h"
#include "base/utf8.h"
#include "batch/record_names.h"
#include "codec/json/document.h"
#include "codec/proposal/record.h"

namespace ibtikar {
namespace {

Message then_not_read(Message fault) {
  return message("{0}; the rest of the array was not read", std::move(fault));
}

/// No proposal is nested this deeply. Deeper nesting breaks the array, because the list of open
/// brackets must stay bounded.
constexpr std::size_t kMostBrackets = 10'000;

// JSON's white space. A no-break space is not part of it, and the parser refuses it as well.
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// Bytes at which something begins or ends outside a string. A table, because this loop sees every
/// byte of the input.
constexpr std::array<bool, 256> kStops = [] {
  std::array<bool, 256> stops{};
  for (const char c : {'"', '{', '}', '[', ']'}) stops[static_cast<unsigned char>(c)] = true;
  return stops;
}();

/// Moves a position over a text. LF, CRLF and CR end a line; columns count code points, so that
/// editors find the place.
void advance(Position& position, std::string_view text) {
  std::size_t line_begin = 0;
  for (std::size_t at = text.find_first_of("\n\r"); at != std::string_view::npos;
       at = text.find_first_of("\n\r", at + 1)) {
    if (text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n') continue;
    ++position.line;
    position.column = 1;
    line_begin = at + 1;
  }
  const std::string_view rest = text.substr(line_begin);
  position.column += static_cast<std::size_t>(std::count_if(
      rest.begin(), rest.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

}  // namespace

bool ArrayBlocks::next(Block& block) {
  if (is_over_) return false;
  // Reading may fail after some bytes arrived. Records that are complete by then still count: the
  // failure is reported after them, in the order of the input.
  const Result<bool> filled = ahead_.fill(std::max(sizes_.block, kByteOrderMark.size() + 1));
  if (expected_ == Expected::open && at_ == 0 && at_hand().starts_with(kByteOrderMark))
    ahead_.forget(kByteOrderMark.size());
  std::optional<Diagnostic> failure;
  if (!filled) failure = filled.error();
  for (;;) {
    Part part;
    const bool goes_on = scan(part);
    if (!goes_on) return finish(block, std::move(part));
    if (!part.documents.empty()) give(block, std::move(part));
    if (failure) {
      is_over_ = true;
      add_fault(block, name_, *failure, std::string(file_stem(name_)));
      return !block.parts.empty();
    }
    if (!block.parts.empty()) return true;
    if (is_in_element_ && at_hand().size() - element_.begin > sizes_.record) return pass_over_element(block);
    if (ahead_.is_at_end()) return finish(block, {});
    // Nothing complete is at hand. Forget what was scanned, or a long run of blanks would be kept
    // and doubled as if it were a long element.
    forget(is_in_element_ ? element_.begin : at_);
    const Result<bool> more =
        ahead_.fill(std::max(2 * at_hand().size(), sizes_.block), ReadAhead::Fill::more);
    if (!more) failure = more.error();
  }
}

bool ArrayBlocks::scan(Part& part) {
  while (at_ < at_hand().size()) {
    if (!is_in_element_) {
      if (!scan_between()) return false;
      continue;
    }
    const Scan found = scan_element(element_);
    // The scan of an unfinished element continues where it stopped when more bytes arrive. Starting
    // again would make a long element cost the square of its length.
    if (found == Scan::unfinished) return true;
    add_document(part, found == Scan::broken);
    if (found == Scan::broken) {
      is_over_ = true;
      return false;
    }
  }
  return true;
}

// Between elements only blanks, one comma and the closing bracket may stand (RFC 8259, section 5).
bool ArrayBlocks::scan_between() {
  const char c = at_hand()[at_];
  if (is_blank(c)) {
    ++at_;
    return true;
  }
  switch (expected_) {
    case Expected::open:
      expected_ = Expected::first_value;
      break;
    case Expected::first_value:
    case Expected::value:
      // JSON has no trailing comma: `]` may stand here only if no comma came before it.
      if (c == ']' && expected_ == Expected::first_value) {
        expected_ = Expected::nothing;
        break;
      }
      // Every other byte begins an element, even one that cannot begin a JSON value: the parser
      // then rejects this element alone, with a better message.
      if (c == ']' || c == '}' || c == ',' || c == ':') return false;
      begin_element();
      return true;
    case Expected::comma:
      if (c != ',' && c != ']') return false;
      expected_ = c == ',' ? Expected::value : Expected::nothing;
      break;
    case Expected::nothing:
      return false;
  }
  ++at_;
  return true;
}

void ArrayBlocks::begin_element() {
  is_in_element_ = true;
  // Lines are counted here, in one pass over what came since the last element, so that the scan
  // need not look for line ends.
  element_ = {at_, {}, false, 0};
  move_anchor(at_);
  began_ = position_;
}

ArrayBlocks::Scan ArrayBlocks::scan_element(Element& element) {
  const std::string_view text = at_hand();
  while (at_ < text.size()) {
    if (element.is_string) {
      if (const Scan scanned = scan_string(element); scanned != Scan::unfinished || element.is_string)
        return scanned;
      continue;
    }
    const bool is_scalar = element.open.empty() && at_ > element.begin;
    if (is_scalar) {  // a number or a word: up to what cannot be part of one
      while (at_ < text.size() && !is_blank(text[at_]) && text[at_] != ',' && text[at_] != ']') ++at_;
      return at_ < text.size() ? Scan::ended : Scan::unfinished;
    }
    while (at_ < text.size() && !kStops[static_cast<unsigned char>(text[at_])] && !element.open.empty())
      ++at_;
    if (at_ == text.size()) break;
    const char c = text[at_++];
    if (c == '"') {
      element.is_string = true;
      element.string_from = at_;
    } else if (kStops[static_cast<unsigned char>(c)]) {
      if (const Scan scanned = scan_bracket(element, c); scanned != Scan::unfinished) return scanned;
    }
  }
  return Scan::unfinished;
}

// Kinds are matched, not only counted: after "[{]" nobody can tell where the element ends.
ArrayBlocks::Scan ArrayBlocks::scan_bracket(Element& element, char bracket) {
  if (bracket == '{' || bracket == '[') {
    element.open += bracket;
    return element.open.size() > kMostBrackets ? Scan::broken : Scan::unfinished;
  }
  if (element.open.empty() || element.open.back() != (bracket == '}' ? '{' : '[')) return Scan::broken;
  element.open.pop_back();
  return element.open.empty() ? Scan::ended : Scan::unfinished;
}

/// Finds the quotation mark that ends the string: the one with an even number of backslashes before
/// it. The backslashes are counted backwards from the mark, so that text without quotation marks is
/// skipped with memchr.
ArrayBlocks::Scan ArrayBlocks::scan_string(Element& element) {
  const std::string_view text = at_hand();
  while (at_ < text.size()) {
    const std::size_t quote = text.find('"', at_);
    if (quote == std::string_view::npos) break;
    std::size_t first = quote;
    while (first > element.string_from && text[first - 1] == '\\') --first;
    at_ = quote + 1;
    if ((quote - first) % 2 == 1) continue;
    element.is_string = false;
    return element.open.empty() ? Scan::ended : Scan::unfinished;
  }
  at_ = text.size();
  return Scan::unfinished;
}

void ArrayBlocks::add_document(Part& part, bool breaks_list) {
  part.documents.push_back(
      {element_.begin, at_, began_.line, began_.column, began_.line == last_line_, breaks_list});
  last_line_ = began_.line;
  is_in_element_ = false;
  expected_ = Expected::comma;
}

/// Moves everything that is complete into the block.
void ArrayBlocks::give(Block& block, Part part) {
  std::size_t size = is_in_element_ ? element_.begin : at_;
  if (!is_in_element_ && size > 0 && at_hand()[size - 1] == '\r') --size;  // may be half of a line end
  size = std::max(size, part.documents.back().end);
  move_anchor(size);
  part.kind = Part::Kind::documents;
  part.name = name_;
  part.first_line = part.documents.front().line;
  part.begin = ahead_.give(block, size);
  part.end = part.begin + size;
  for (Part::Document& document : part.documents) {
    document.begin += part.begin;
    document.end += part.begin;
  }
  block.parts.push_back(std::move(part));
  anchor_ -= size;
  at_ -= size;
  element_.begin -= std::min(element_.begin, size);
  element_.string_from -= std::min(element_.string_from, size);
}

/// Called at the end of the input, or if the array is broken at the position of the scan.
bool ArrayBlocks::finish(Block& block, Part part) {
  const bool is_broken = is_over_;  // inside an element, which says why itself
  if (is_in_element_) {
    // A number or a word needs no closing mark, so the end of input may complete it. Anything else
    // is cut off here, and its own fault says so.
    const bool is_scalar = element_.open.empty() && !element_.is_string;
    add_document(part, !is_scalar);
    is_over_ = !is_scalar;
  }
  const bool is_told = is_broken || is_over_;
  if (!part.documents.empty()) give(block, std::move(part));
  if (!is_told && (at_ < at_hand().size() || expected_ != Expected::nothing)) {
    if (at_ == at_hand().size()) return break_off(block, message("unexpected end of input"));
    const std::size_t next = code_point_at(at_hand(), at_) ? code_point_at(at_hand(), at_)->next : at_ + 1;
    return break_off(block, message("unexpected {0}", ibtikar::quoted(at_hand().substr(at_, next - at_))));
  }
  is_over_ = true;
  ahead_.end();
  return !block.parts.empty();
}

bool ArrayBlocks::break_off(Block& block, const Message& found) {
  Message expected = message("',' or ']'");
  if (expected_ == Expected::first_value || expected_ == Expected::value)
    expected = message("a proposal object");
  if (expected_ == Expected::nothing) expected = message("nothing behind the array");
  move_anchor(at_);
  Diagnostic fault = error_at("", Code::bad_json, message("{0}; expected {1}", found, expected));
  if (at_ < at_hand().size()) fault.message = then_not_read(fault.message);
  fault.file = name_;
  fault.position = position_;
  add_fault(block, name_, std::move(fault), place_name(name_, position_, true));
  is_over_ = true;
  ahead_.end();
  return !block.parts.empty();
}

/// The element at hand is too long. If a fault inside it hides its end, the fault is what the user
/// needs to hear about, and nothing after it can be read. Otherwise the rest of the element is read
/// and dropped, and the array continues.
bool ArrayBlocks::pass_over_element(Block& block) {
  const std::string id = place_name(name_, began_, began_.line == last_line_);
  const std::string_view begun = at_hand().substr(element_.begin);
  Diagnostics faults = check_json({name_, {}}, begun);
  Position end{1, 1};
  advance(end, begun);
  // A fault at the very end of what was read may only mean that the element was cut there.
  if (!faults.empty() && faults.front().is(Code::bad_json) && faults.front().position < end) {
    const RecordPlace place{name_, began_.line, began_.column};
    shift(faults, place);
    faults.front().message = then_not_read(faults.front().message);
    add_fault(block, name_, faults.front(), id);
    is_over_ = true;
    ahead_.end();
    return true;
  }
  add_fault(block, name_, too_long_record(name_, began_, sizes_.record), id);
  for (;;) {
    const Scan scanned = scan_element(element_);
    if (scanned == Scan::ended) break;
    if (scanned == Scan::broken || ahead_.is_at_end()) {
      is_over_ = true;
      ahead_.end();
      return true;
    }
    drop_passed_over();
    const Result<bool> more = ahead_.fill(at_hand().size() + sizes_.block, ReadAhead::Fill::more);
    if (!more) {
      is_over_ = true;
      add_fault(block, name_, more.error(), std::string(file_stem(name_)));
      return true;
    }
  }
  is_in_element_ = false;
  expected_ = Expected::comma;
  last_line_ = began_.line;
  return true;
}

/// Drops the bytes of an element that were scanned, except for those that decide how to read the
/// next ones.
void ArrayBlocks::drop_passed_over() {
  std::size_t keep = 0;
  const std::string_view text = at_hand().substr(0, at_);
  if (element_.is_string) {
    // An odd run of backslashes escapes the byte that follows. Keeping one of them keeps that fact;
    // keeping the whole run would let a run of any length fill memory.
    const std::size_t last = text.find_last_not_of('\\');
    const std::size_t run = text.size() - (last == std::string_view::npos ? 0 : last + 1);
    keep = run % 2;
  } else if (text.ends_with('\r') || element_.open.empty()) {
    keep = 1;
  }
  const std::size_t size = text.size() - std::min(keep, text.size());
  move_anchor(size);
  element_.begin = 0;
  forget(size);
}

void ArrayBlocks::move_anchor(std::size_t to) {
  if (to <= anchor_) return;
  advance(position_, at_hand().substr(anchor_, to - anchor_));
  anchor_ = to;
}

void ArrayBlocks::forget(std::size_t size) {
  if (size == 0) return;
  // As in give(): the line end must not be split.
  if (!is_in_element_ && at_hand()[size - 1] == '\r') --size;
  move_anchor(size);
  ahead_.forget(size);
  anchor_ -= size;
  at_ -= size;
  element_.begin -= std::min(element_.begin, size);
  element_.string_from -= std::min(element_.string_from, size);
}

}  // namespace ibtikar
