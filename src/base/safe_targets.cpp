// See safe_targets.h.
#include "base/safe_targets.h"

#include <algorithm>
#include <array>

#include "base/safe_text.h"
#include "base/typed_text.h"
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

bool is_ascii_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
/// Of any script: what is not ASCII counts as a letter.
bool is_word(char c) { return is_ascii_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80; }

/// Whether the first sign of `text` makes a block of its line.
bool begins_block(std::string_view text) {
  const char next = text.size() > 1 ? text[1] : ' ';
  switch (text.front()) {
    case '>':
      return true;
    case '#': {  // "# a", "#. a"
      const std::size_t end = std::min(text.find_first_not_of('#'), text.size());
      return end == text.size() || text[end] == ' ' || text[end] == '.';
    }
    case '-':
    case '=':
      return next == ' ' || next == text.front();
    case '+':
      return next == ' ' || next == '-' || next == '=';
    case ':':
      return next == ' ';
    case '(': {  // "(a) b"
      const std::size_t end = text.find(')');
      return end < 12 && (end + 1 == text.size() || text[end + 1] == ' ');
    }
    default:
      return false;
  }
}

/// The place of the sign that makes the beginning of `text` a list, a heading, a quotation, a rule,
/// a definition or a caption for GitHub or pandoc; npos if there is none. Any text may come to
/// stand at the beginning of a line.
std::size_t block_sign(std::string_view text) {
  if (text.empty()) return std::string_view::npos;
  if (begins_block(text)) return 0;
  constexpr std::string_view kCaption = "able:";
  if ((text.front() == 'T' || text.front() == 't') && text.substr(1).starts_with(kCaption)) return 5;
  // "1.", "12)", "a.", "iv)": a number, a letter or a Roman number
  constexpr std::string_view kRoman = "ivxlcdmIVXLCDM";
  std::size_t end = 0;
  while (end < text.size() && is_digit(text[end])) ++end;
  if (end == 0) end = std::min(text.find_first_not_of(kRoman), text.size());
  if (end == 0 && is_ascii_letter(text.front())) end = 1;
  const bool has_delimiter = end > 0 && end < text.size() && (text[end] == '.' || text[end] == ')');
  const bool is_alone = has_delimiter && (end + 1 == text.size() || text[end + 1] == ' ');
  return is_alone ? end : std::string_view::npos;
}

/// Whether "&" begins an entity: "&amp;", "&#x22;".
bool begins_entity(std::string_view text) {
  std::size_t end = 1;
  while (end < text.size() && (is_ascii_letter(text[end]) || is_digit(text[end]) || text[end] == '#')) ++end;
  return end > 1 && end < text.size() && text[end] == ';';
}

/// Whether the ":" at `at` could belong to an address ("https:", "mailto:") or a sign (":smile:").
bool may_link(std::string_view text, std::size_t at) {
  if (at + 1 == text.size() || text[at + 1] == ' ') return false;
  std::size_t begin = at;
  while (begin > 0 && (is_ascii_letter(text[begin - 1]) || is_digit(text[begin - 1]))) --begin;
  if (text.substr(begin, at - begin) == "sha256") return false;  // a digest
  const bool is_number = begin < at && std::ranges::all_of(text.substr(begin, at - begin), is_digit);
  return !is_number;
}

/// Whether the sign at `at` would be structure. A sign that begins nothing in any flavor is not
/// escaped: people read the source, too, and "1.2.0" is no list.
bool is_structure(std::string_view text, std::size_t at) {
  const char next = at + 1 < text.size() ? text[at + 1] : '\0';
  const char before = at > 0 ? text[at - 1] : '\0';
  switch (text[at]) {
    case '\\':
    case '`':
    case '*':
    case '[':
    case '|':
    case '~':
    case '^':
    case '$':
    case '@':
    case '{':
      return true;
    case '_':
      return !(is_word(before) && is_word(next));
    case ':':
      return may_link(text, at);
    case '.':  // "www." is an address
      return at >= 3 && next != ' ' && (text.substr(at - 3, 3) == "www" || text.substr(at - 3, 3) == "WWW");
    case '#':  // at its end a heading may have some
      return next == '\0';
    default:
      return false;
  }
}

std::string markdown(std::string_view whole) {
  const std::string_view text = trimmed(whole);  // leading blanks would make code, trailing ones a line break
  const std::size_t sign = block_sign(text);
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const char next = at + 1 < text.size() ? text[at + 1] : '<';
    const bool opens_tag =
        c == '<' && (is_ascii_letter(next) || std::string_view("/!?<").find(next) != std::string_view::npos);
    if (opens_tag || (c == '>' && at == sign) || (c == '&' && begins_entity(text.substr(at))))
      out += entity(c);
    else
      out.append(at == sign || is_structure(text, at) ? 1 : 0, '\\') += c;
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

/// A reader that splits at another separator sees a new cell begin after each of them, even inside
/// quotation marks.
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
