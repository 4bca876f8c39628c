// See terminal_lines.h.
#include "support/terminal_lines.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/direction.h"
#include "base/utf8.h"

namespace ibtikar::test {

std::vector<std::string> lines_in(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

std::string without_escapes(const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '\x1b') {
      out += text[at];
      continue;
    }
    at = text.find('m', at);
    if (at == std::string::npos) break;
  }
  return out;
}

std::string fault_of_line(const std::string& line, std::size_t columns) {
  if (first_invalid_utf8(line)) return "is not UTF-8";
  if (display_width(line) > columns) return fmt::format("is {} columns wide", display_width(line));
  if (line.ends_with(' ')) return "ends with a blank";
  std::size_t depth = 0;
  for (std::size_t at = 0; at < line.size();) {
    const CodePoint point = code_point_at(line, at).value_or(CodePoint{0, at + 1});
    const char32_t c = point.value;
    at = point.next;
    if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return "has a control character";
    if (c >= 0x2028 && c <= 0x202E) return "has a bidi control";
    if (c >= 0x2066 && c <= 0x2068) ++depth;
    if (c == 0x2069 && depth-- == 0) return "closes an isolate that it does not open";
    std::string letter;
    append_utf8(letter, c);
    if (depth == 0 && c != 0x2069 && may_turn(letter))
      return "has a letter from right to left outside isolates";
  }
  return depth == 0 ? "" : "leaves an isolate open";
}

}  // namespace ibtikar::test
