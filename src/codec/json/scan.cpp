// See scan.h. Every function works on offsets and copies nothing but names. On text that is not
// valid JSON the results mean nothing, but no function reads outside the text or fails to end.
#include "codec/json/scan.h"

#include <algorithm>
#include <charconv>

#include "base/utf8.h"

namespace ibtikar {
namespace {

/// The four characters that JSON allows between tokens. Everything else belongs to a value, even if
/// it looks blank.
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && is_blank(text[at])) ++at;
  return at;
}

/// The offset after the string that begins at `at`.
std::size_t skip_string(std::string_view text, std::size_t at) {
  for (++at; at < text.size() && text[at] != '"'; ++at)
    // What follows a backslash is part of the string, above all a quotation mark.
    if (text[at] == '\\') ++at;
  return std::min(at + 1, text.size());
}

/// The offset after the value that begins at `at`. Brackets are counted, not followed by recursion,
/// so deep nesting costs no stack.
std::size_t skip_value(std::string_view text, std::size_t at) {
  std::size_t depth = 0;
  while (at < text.size()) {
    const char c = text[at];
    if (c == '"') {
      at = skip_string(text, at);
    } else if (c == '{' || c == '[') {
      ++depth;
      ++at;
      continue;
    } else if (c == '}' || c == ']') {
      if (depth == 0) return at;
      --depth;
      ++at;
    } else if (is_blank(c) || c == ',' || c == ':') {
      if (depth == 0) return at;
      ++at;
      continue;
    } else {
      while (at < text.size() && !is_blank(text[at]) &&
             std::string_view(",:]}").find(text[at]) == std::string_view::npos)
        ++at;
    }
    if (depth == 0) return at;
  }
  return at;
}

/// The offset of the next element or member. Valid JSON has at most one comma there.
// Valid JSON has no comma after the last element (RFC 8259, section 5), but this function need not
// know that: the callers stop at the closing bracket or where no name begins.
std::size_t skip_comma(std::string_view text, std::size_t at) {
  at = skip_blanks(text, at);
  if (at < text.size() && text[at] == ',') at = skip_blanks(text, at + 1);
  return at;
}

bool begins_with(std::string_view text, Span span, char bracket) {
  return span.begin < span.end && text[span.begin] == bracket;
}

/// Four hexadecimal digits. Other characters end the number early and give a wrong character, never
/// a read outside the text.
char32_t hex4(std::string_view digits) {
  unsigned value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  return static_cast<char32_t>(value);
}

/// Appends the character of the escape that begins with the backslash at `at`, and returns the
/// offset after it.
std::size_t append_escape(std::string& out, std::string_view text, std::size_t at) {
  const char kind = text[at + 1];
  if (kind == 'u') {
    char32_t c = hex4(text.substr(at + 2, 4));
    at += 6;
    // A character beyond U+FFFF is written as two escapes. A lone half cannot occur: the parser has
    // refused it.
    const bool high = c >= 0xD800 && c < 0xDC00;
    if (high && at + 6 <= text.size()) {
      c = 0x10000 + ((c - 0xD800) << 10) + (hex4(text.substr(at + 2, 4)) - 0xDC00);
      at += 6;
    }
    append_utf8(out, c);
    return at;
  }
  // The remaining escapes (quotation mark, backslash, slash) stand for themselves.
  constexpr std::string_view kLetters = "bfnrt";
  constexpr std::string_view kMeanings = "\b\f\n\r\t";
  const std::size_t letter = kLetters.find(kind);
  out += letter == std::string_view::npos ? kind : kMeanings[letter];
  return at + 2;
}

}  // namespace

// Blanks after the value are not looked at. Where the text may hold anything else there, the parser
// has refused it.
Span root_span(std::string_view text) {
  const std::size_t begin = skip_blanks(text, 0);
  return {begin, skip_value(text, begin)};
}

std::size_t first_member(std::string_view text, Span object) {
  return begins_with(text, object, '{') ? skip_blanks(text, object.begin + 1) : object.end;
}

std::optional<MemberSpan> next_member(std::string_view text, Span object, std::size_t& at) {
  if (at >= object.end || text[at] != '"') return std::nullopt;
  // The name is unescaped, because "id" and "\u0069d" are the same name; its bytes are kept for
  // places.
  MemberSpan member;
  member.name_span = {at, skip_string(text, at)};
  member.name = member_name_at(text, at);
  at = skip_blanks(text, member.name_span.end);
  at = skip_blanks(text, std::min(at + 1, text.size()));  // the colon, or nothing in a text that is cut off
  member.value = {at, skip_value(text, at)};
  at = skip_comma(text, member.value.end);
  return member;
}

std::string member_name_at(std::string_view text, std::size_t at) {
  return unescape(text.substr(at, skip_string(text, at) - at));
}

std::vector<MemberSpan> members_of(std::string_view text, Span object) {
  std::vector<MemberSpan> members;
  std::size_t at = first_member(text, object);
  while (auto member = next_member(text, object, at)) members.push_back(*std::move(member));
  return members;
}

std::size_t first_element(std::string_view text, Span array) {
  return begins_with(text, array, '[') ? skip_blanks(text, array.begin + 1) : array.end;
}

std::optional<Span> next_element(std::string_view text, Span array, std::size_t& at) {
  if (at >= array.end || text[at] == ']') return std::nullopt;
  const Span element{at, skip_value(text, at)};
  at = skip_comma(text, element.end);
  return element;
}

// An element is found by skipping the one before it, so the list costs one walk over the array,
// however deep its elements are.
std::vector<Span> elements_of(std::string_view text, Span array) {
  std::vector<Span> elements;
  std::size_t at = first_element(text, array);
  while (const auto element = next_element(text, array, at)) elements.push_back(*element);
  return elements;
}

// Bytes outside of escapes are copied as they are: they are UTF-8, because precheck() refuses
// everything else.
std::string unescape(std::string_view json_string) {
  std::string out;
  if (json_string.size() < 2) return out;
  const std::string_view inside = json_string.substr(1, json_string.size() - 2);
  for (std::size_t at = 0; at < inside.size();) {
    if (inside[at] == '\\' && at + 1 < inside.size())
      at = append_escape(out, inside, at);
    else
      out += inside[at++];
  }
  return out;
}

// Digests of rubrics are over this text, so that reformatting a file does not change them.
std::string without_blanks(std::string_view text) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  std::string out;
  // One allocation: the result is at most as long as the text.
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (text[at] == '"')
      at = skip_string(text, at);
    else if (is_blank(text[at++]))
      continue;
    out += text.substr(begin, at - begin);
  }
  return out;
}

// Places that are not known (line 0) stay unknown: a fault of the document as a whole has none.
void shift(Diagnostics& faults, Position begin) {
  for (Diagnostic& fault : faults)
    for (Position* place : {&fault.position, &fault.related_position}) {
      if (place->line == 0) continue;
      // Only the first line of the part shares its line with what comes before it.
      if (place->line == 1) place->column += begin.column - 1;
      place->line += begin.line - 1;
    }
}

// CR LF counts as one line end, at its LF. A lone CR is a line end, too: old spreadsheets write it,
// and editors show it so. The column counts code points, as editors do, not bytes.
Position position_of(std::string_view text, std::size_t offset) {
  offset = std::min(offset, text.size());
  Position position{1, 1};
  std::size_t line_start = 0;
  for (std::size_t at = 0; at < offset; ++at) {
    const bool ends_line =
        text[at] == '\n' || (text[at] == '\r' && !(at + 1 < text.size() && text[at + 1] == '\n'));
    if (!ends_line) continue;
    ++position.line;
    line_start = at + 1;
  }
  position.column = count_code_points(text.substr(line_start, offset - line_start)) + 1;
  return position;
}

}  // namespace ibtikar
