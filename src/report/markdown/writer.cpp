// See writer.h.
#include "report/markdown/writer.h"

#include <algorithm>

#include "base/utf8.h"

namespace ibtikar {
namespace {

/// A column is padded up to this; what is wider stands out, or every row were as wide as the
/// widest.
constexpr std::size_t kWidestPadded = 48;
/// What a row of dashes needs.
constexpr std::size_t kNarrowest = 3;

std::string padded(std::string_view text, std::size_t width, bool at_right) {
  const std::size_t own = display_width(text);
  const std::string blanks(own < width ? width - own : 0, ' ');
  return at_right ? blanks + std::string(text) : std::string(text) + blanks;
}

std::string dashes(std::size_t width, bool at_right) {
  std::string line(width, '-');
  if (at_right) line.back() = ':';
  return line;
}

}  // namespace

void MarkdownWriter::begin_block() {
  if (!text_.empty()) text_ += '\n';
  in_list_ = false;
}

void MarkdownWriter::heading(int level, std::string_view text) {
  begin_block();
  text_.append(static_cast<std::size_t>(level), '#').append(" ").append(text).append("\n");
}

void MarkdownWriter::html(std::string_view tag) {
  begin_block();
  text_.append(tag).append("\n");
}

void MarkdownWriter::lines(std::string_view indent, const std::vector<std::string>& lines) {
  bool is_first = true;
  for (const std::string& line : lines) {
    if (line.empty()) continue;
    if (!is_first) text_.append("\\\n").append(indent);
    text_ += line;
    is_first = false;
  }
  text_ += '\n';
}

void MarkdownWriter::paragraph(const std::vector<std::string>& lines) {
  if (std::ranges::all_of(lines, &std::string::empty)) return;
  begin_block();
  this->lines({}, lines);
}

void MarkdownWriter::item(std::size_t depth, const std::vector<std::string>& lines) {
  if (!in_list_) begin_block();
  in_list_ = true;
  const std::string indent(2 * depth, ' ');
  text_.append(indent).append("- ");
  this->lines(indent + "  ", lines);
}

void MarkdownWriter::table(const std::vector<MarkdownColumn>& columns,
                           const std::vector<std::vector<std::string>>& rows) {
  if (rows.empty()) return;
  begin_block();
  std::vector<std::size_t> widths;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    std::size_t width = std::max(kNarrowest, display_width(columns[c].title));
    for (const std::vector<std::string>& row : rows)
      width = std::max(width, std::min(kWidestPadded, display_width(row[c])));
    widths.push_back(width);
  }
  const auto line = [&](const auto& cell) {
    text_ += '|';
    for (std::size_t c = 0; c < columns.size(); ++c) text_.append(" ").append(cell(c)).append(" |");
    text_ += '\n';
  };
  line([&](std::size_t c) { return padded(columns[c].title, widths[c], columns[c].is_number); });
  line([&](std::size_t c) { return dashes(widths[c], columns[c].is_number); });
  for (const std::vector<std::string>& row : rows)
    line([&](std::size_t c) { return padded(row[c], widths[c], columns[c].is_number); });
}

std::string strong(std::string_view text) {
  return text.empty() ? std::string() : "**" + std::string(text) + "**";
}

}  // namespace ibtikar
