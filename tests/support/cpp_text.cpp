// See cpp_text.h. A scanner of one pass: at each place it knows what begins there and where that ends.
#include "support/cpp_text.h"

#include <algorithm>

namespace ibtikar::test {
namespace {

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

std::size_t line_at(std::string_view text, std::size_t place) {
  return 1 +
         static_cast<std::size_t>(std::count(text.begin(), text.begin() + static_cast<long>(place), '\n'));
}

/// Where `ending` ends when searched from `from`; the end of the text when it is missing.
std::size_t past(std::string_view text, std::string_view ending, std::size_t from) {
  const std::size_t found = text.find(ending, from);
  return found == std::string_view::npos ? text.size() : found + ending.size();
}

/// The word that ends just before `place`: a literal's prefix, or the number a ' separates.
std::string_view word_before(std::string_view text, std::size_t place) {
  std::size_t begin = place;
  while (begin > 0 && (is_word(text[begin - 1]) || text[begin - 1] == '\'')) --begin;
  return text.substr(begin, place - begin);
}

bool opens_raw_string(std::string_view text, std::size_t quote) {
  const std::string_view prefix = word_before(text, quote);
  return prefix == "R" || prefix == "u8R" || prefix == "uR" || prefix == "UR" || prefix == "LR";
}

bool separates_digits(std::string_view text, std::size_t quote) {
  const std::string_view number = word_before(text, quote);
  return !number.empty() && number[0] >= '0' && number[0] <= '9';
}

std::size_t end_of_raw_string(std::string_view text, std::size_t quote) {
  const std::size_t open = text.find('(', quote);
  if (open == std::string_view::npos) return text.size();
  const std::string ending = ")" + std::string(text.substr(quote + 1, open - quote - 1)) + "\"";
  return past(text, ending, open);
}

std::size_t end_of_literal(std::string_view text, std::size_t quote) {
  std::size_t at = quote + 1;
  while (at < text.size() && text[at] != text[quote] && text[at] != '\n') at += text[at] == '\\' ? 2u : 1u;
  return std::min(at + 1, text.size());
}

/// What begins at a place, and where it ends.
struct Piece {
  enum Kind { code, comment, literal } kind = code;
  std::size_t end = 0;
};

Piece piece_at(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  if (rest.starts_with("//")) return {Piece::comment, std::min(text.find('\n', at), text.size())};
  if (rest.starts_with("/*")) return {Piece::comment, past(text, "*/", at + 2)};
  if (rest[0] == '"' && opens_raw_string(text, at)) return {Piece::literal, end_of_raw_string(text, at)};
  if (rest[0] == '"') return {Piece::literal, end_of_literal(text, at)};
  if (rest[0] == '\'' && !separates_digits(text, at)) return {Piece::literal, end_of_literal(text, at)};
  return {Piece::code, at + 1};
}

void blank(std::string& text, std::size_t begin, std::size_t end) {
  for (std::size_t at = begin; at < end; ++at)
    if (text[at] != '\n') text[at] = ' ';
}

std::string blanked(std::string_view source, bool literals_too) {
  std::string text(source);
  for (std::size_t at = 0; at < source.size();) {
    const Piece piece = piece_at(source, at);
    if (piece.kind == Piece::comment) blank(text, at, piece.end);
    if (piece.kind == Piece::literal && literals_too) blank(text, at + 1, piece.end - 1);
    at = piece.end;
  }
  return text;
}

}  // namespace

std::string without_comments(std::string_view source) { return blanked(source, false); }

std::string only_code(std::string_view source) { return blanked(source, true); }

std::vector<Include> includes_of(std::string_view source) {
  const std::string text = without_comments(source);
  const std::string code = only_code(source);  // an #include inside a literal is none
  std::vector<Include> found;
  for (std::size_t at = code.find('#'); at != std::string::npos; at = code.find('#', at + 1)) {
    const std::size_t word = code.find_first_not_of(" \t", at + 1);
    if (word == std::string::npos || code.compare(word, 7, "include") != 0) continue;
    const std::size_t open = code.find_first_of("<\"\n", word);
    if (open == std::string::npos || code[open] == '\n') continue;
    const bool angled = code[open] == '<';
    const std::size_t close = text.find(angled ? '>' : '"', open + 1);
    if (close == std::string::npos) continue;
    found.push_back({text.substr(open + 1, close - open - 1), angled, line_at(text, at)});
  }
  return found;
}

std::vector<std::size_t> lines_with_word(std::string_view code, std::string_view word) {
  std::vector<std::size_t> lines;
  for (std::size_t at = code.find(word); at != std::string_view::npos; at = code.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const bool begins = at == 0 || !is_word(word.front()) || !is_word(code[at - 1]);
    const bool ends = end == code.size() || !is_word(word.back()) || !is_word(code[end]);
    if (begins && ends) lines.push_back(line_at(code, at));
  }
  return lines;
}

}  // namespace ibtikar::test
