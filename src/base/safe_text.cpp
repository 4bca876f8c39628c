// See safe_text.h.
#include "base/safe_text.h"

#include <algorithm>

#include <fmt/format.h>
#include <utf8proc.h>

#include "base/utf8.h"

namespace ibtikar {
namespace {

constexpr std::size_t kMaxMarks = 30;

/// Whether a code point could act on a terminal or on the text around it: controls (C0, C1,
/// DEL), separators that break lines, bidi controls, tags, invisible fillers, noncharacters.
bool is_harmful(char32_t c) {
  if (c < 0x20 || (c >= 0x7F && c <= 0x9F)) return true;
  if (c == 0x200B || c == 0x200E || c == 0x200F || c == 0x061C) return true;  // ZWSP, LRM, RLM, ALM
  if (c >= 0x2028 && c <= 0x202E) return true;  // line and paragraph separators, embeddings, overrides
  if (c >= 0x2060 && c <= 0x206F) return true;  // word joiner, invisible operators, isolates
  if (c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB)) return true;
  if (c >= 0xE0000 && c <= 0xE0FFF) return true;  // tags
  if ((c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF)) return true;
  return false;
}

/// What takes no column of its own and can be piled up: combining marks, and joiners.
bool is_mark(char32_t c) {
  if (c == 0x200C || c == 0x200D) return true;
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
  return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_ME;
}

bool is_line_break(char32_t c) { return c == '\n' || c == '\r' || c == '\t' || c == 0x2028 || c == 0x2029; }

bool is_printable_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
}

/// Appends the character at `at` in a visible and harmless form, and returns the place of the next
/// one.
std::size_t show_point(std::string_view text, std::size_t at, std::size_t& marks, std::string& out) {
  const auto point = code_point_at(text, at);
  if (!point) {
    out += fmt::format("<{:02X}>", static_cast<unsigned char>(text[at]));
    return at + 1;
  }
  marks = is_mark(point->value) ? marks + 1 : 0;
  if (point->value == '\n')
    out += "\\n";
  else if (is_harmful(point->value) || marks > kMaxMarks)
    out += fmt::format("<U+{:04X}>", static_cast<unsigned>(point->value));
  else
    out += text.substr(at, point->next - at);
  return point->next;
}

/// The length of the SGR sequence that begins at `at`; 0 if there is none.
std::size_t color_at(std::string_view text, std::size_t at) {
  if (!text.substr(at).starts_with("\x1b[")) return 0;
  const std::size_t end = text.find_first_not_of("0123456789;", at + 2);
  return end != std::string_view::npos && text[end] == 'm' ? end + 1 - at : 0;
}

/// The same of LRI, RLI, FSI and PDI.
std::size_t isolate_at(std::string_view text, std::size_t at) {
  constexpr std::string_view kBegin = "\xE2\x81";
  const bool is_isolate = text.substr(at).starts_with(kBegin) && at + 2 < text.size() &&
                          text[at + 2] >= '\xA6' && text[at + 2] <= '\xA9';
  return is_isolate ? 3 : 0;
}

}  // namespace

std::string visible(std::string_view text, std::size_t max_code_points) {
  if (text.size() <= max_code_points && is_printable_ascii(text)) return std::string(text);
  std::string out;
  std::size_t marks = 0;
  std::size_t shown = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (shown++ == max_code_points) return out + "…";
    at = show_point(text, at, marks, out);
  }
  return out;
}

std::string visible_message(std::string_view text) { return visible(text, kMaxShownMessage); }

std::string visible_page(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  std::size_t marks = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t ours = text[at] == '\n' ? 1 : std::max(color_at(text, at), isolate_at(text, at));
    if (ours == 0) {
      at = show_point(text, at, marks, out);
      continue;
    }
    out += text.substr(at, ours);
    at += ours;
    marks = 0;
  }
  return out;
}

std::string quoted(std::string_view text) { return "\"" + visible(text) + "\""; }

std::string plain(std::string_view text) {
  if (is_printable_ascii(text)) return std::string(text);
  std::string out;
  out.reserve(text.size());
  std::size_t marks = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto point = code_point_at(text, at);
    if (!point) {
      out += "\xEF\xBF\xBD";  // U+FFFD replacement character
      ++at;
      continue;
    }
    marks = is_mark(point->value) ? marks + 1 : 0;
    if (is_line_break(point->value))
      out += ' ';
    else if (!is_harmful(point->value) && marks <= kMaxMarks)
      out += text.substr(at, point->next - at);
    at = point->next;
  }
  return out;
}

std::string isolated(std::string_view text) { return "\xE2\x81\xA8" + plain(text) + "\xE2\x81\xA9"; }

}  // namespace ibtikar
