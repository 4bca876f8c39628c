// See wrap.h.
#include "base/wrap.h"

#include <algorithm>

#include "base/utf8.h"

namespace ibtikar {

std::vector<std::string> wrap(std::string_view text, std::size_t columns) {
  columns = std::max<std::size_t>(columns, 1);
  std::vector<std::string> lines;
  std::string line;
  std::size_t width = 0;
  const auto flush = [&] {
    lines.push_back(std::move(line));
    line.clear();
    width = 0;
  };
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t start = text.find_first_not_of(" \t\r\n", at);
    if (start == std::string_view::npos) break;
    at = std::min(text.find_first_of(" \t\r\n", start), text.size());
    std::string_view word = text.substr(start, at - start);
    const std::size_t word_width = display_width(word);
    if (width > 0 && width + 1 + word_width > columns) flush();
    if (width > 0) {
      line += ' ';
      ++width;
    }
    std::string_view piece = cut_to_width(word, columns);
    while (piece.size() < word.size()) {
      // A character wider than the line still has to go somewhere.
      if (piece.empty()) piece = word.substr(0, code_point_at(word, 0).value_or(CodePoint{0, 1}).next);
      line += piece;
      flush();
      word.remove_prefix(piece.size());
      piece = cut_to_width(word, columns);
    }
    line += word;
    width += display_width(word);
  }
  if (!line.empty()) flush();
  return lines;
}

}  // namespace ibtikar
