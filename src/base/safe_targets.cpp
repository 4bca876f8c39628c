// See safe_targets.h.
#include "base/safe_targets.h"

#include <algorithm>
#include <array>

#include "base/safe_text.h"
#include "base/utf8.h"

namespace ibtikar {
namespace {

std::string_view entity(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return {};
  }
}

std::string html(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (const std::string_view name = entity(c); !name.empty())
      out += name;
    else
      out += c;
  return out;
}

/// Blanks that lead or trail a line would be code, or a line break.
std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') + 1 - first);
}

/// What begins nothing in any flavour stays as it is: the source is read by people too.
constexpr std::string_view kHarmlessInMarkdown = ",;?/";

std::string markdown(std::string_view text) {
  std::string out;
  for (const char c : trimmed(text)) {
    const bool is_punctuation = ((c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
                                 (c >= '{' && c <= '~')) &&
                                kHarmlessInMarkdown.find(c) == std::string_view::npos;
    if (c == '&' || c == '<' || c == '>')
      out += entity(c);
    else
      out.append(is_punctuation ? 1 : 0, '\\') += c;
  }
  return out;
}

/// What a spreadsheet may take for the beginning of a formula; the last four are full-width forms.
constexpr std::array<std::string_view, 8> kFormulaSigns = {"=", "+", "-", "@", "＝", "＋", "－", "＠"};

bool begins_formula(std::string_view text) {
  text = text.substr(std::min(text.find_first_not_of(' '), text.size()));
  for (const std::string_view sign : kFormulaSigns)
    if (text.starts_with(sign)) return true;
  return false;
}

/// A reader that splits at another separator than we wrote sees a cell begin behind each of them, in
/// quotation marks too.
std::string csv(std::string_view text) {
  constexpr std::string_view kSeparators = ",;|";
  std::string cell;
  bool is_start = true;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_start && begins_formula(text.substr(i))) cell += '\'';
    cell += text[i];
    if (text[i] == '"') cell += '"';
    is_start = kSeparators.find(text[i]) != std::string_view::npos || text[i] == '"';
  }
  return cell.find_first_of(",\";") == std::string::npos ? cell : '"' + cell + '"';
}

std::string sheet(std::string text) {
  std::size_t units = 0;
  std::size_t cut = 0;  // where the text ends when "…" has to follow
  for (std::size_t at = 0; at < text.size();) {
    const auto point = code_point_at(text, at);
    const std::size_t next = point ? point->next : at + 1;
    units += point && point->value > 0xFFFF ? 2U : 1U;
    if (units < kMaxSheetText) cut = next;
    if (units > kMaxSheetText) return text.substr(0, cut) + "…";
    at = next;
  }
  return text;
}

}  // namespace

std::string safe_for(Target target, std::string_view text) {
  std::string line = plain(text);
  switch (target) {
    case Target::terminal:
      return line;
    case Target::html:
      return html(line);
    case Target::markdown:
      return markdown(line);
    case Target::csv:
      return csv(line);
    case Target::sheet:
      return sheet(std::move(line));
  }
  return line;
}

}  // namespace ibtikar
