// See page.h.
#include "report/text/page.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "base/wrap.h"

namespace ibtikar {
namespace {

/// At most `most` lines; the last one says by "…" that there was more.
void cut_lines(std::vector<std::string>& lines, std::size_t columns, std::size_t most) {
  if (lines.size() <= most) return;
  lines.resize(most);
  if (lines.empty()) return;
  std::string& last = lines.back();
  // A blank more makes a full line too long for shorten(), which then adds the "…".
  last = display_width(last) < columns ? last + "…" : shorten(last + " ", columns);
}

/// The direction that a cell's lines have together: that of its first letter, or the page's.
Direction direction_of(std::string_view text, bool mirrored) {
  const Direction own = first_strong(text);
  if (own != Direction::none) return own;
  return mirrored ? Direction::right_to_left : Direction::left_to_right;
}

/// By standing: red, yellow, cyan, green, each plain and bright.
constexpr std::array<std::string_view, 9> kTones = {"", "31", "91", "33", "93", "96", "36", "92", "32"};

/// The escape that turns a style on; empty for plain text.
std::string escape_of(const Style& style) {
  std::string codes;
  const auto add = [&codes](std::string_view code) {
    if (!codes.empty()) codes += ';';
    codes += code;
  };
  if (style.bold) add("1");
  if (style.faint) add("2");
  if (style.tone != Standing::none) add(kTones[static_cast<std::size_t>(style.tone)]);
  return codes.empty() ? codes : "\x1b[" + codes + "m";
}

constexpr std::string_view kEscapeEnd = "\x1b[0m";

}  // namespace

struct Page::Block {
  std::vector<std::string> lines;
  std::size_t width = 0;
  Style style;
  Align align = Align::start;
};

PageCell gap(std::size_t width) { return {{}, width, kPlain}; }

std::string repeated(std::string_view glyph, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += glyph;
  return out;
}

Page::Block Page::block_of(const PageCell& cell) const {
  // A text may be a megabyte: twice what can be shown is enough to see that it is too long.
  const std::string_view text = cut_to_width(cell.text, 2 * cell.width * cell.max_lines);
  Block block{{}, cell.width, cell.style, cell.align};
  if (cell.width > 0) block.lines = wrap(text, cell.width);
  cut_lines(block.lines, cell.width, cell.max_lines);
  mend_isolates(block.lines);
  const bool isolate = may_turn(text);
  const Direction direction = direction_of(text, options_.mirrored);
  for (std::string& line : block.lines)
    if (isolate) line = isolated_as(direction, line);
  return block;
}

void Page::line(const std::vector<Block>& blocks, std::size_t number) {
  std::size_t blanks = 0;
  for (const Block& block : blocks) {
    const std::string text = number < block.lines.size() ? block.lines[number] : std::string();
    const std::size_t width = std::min(display_width(text), block.width);
    const std::size_t room = block.width - width;
    const bool pad_before = block.align == Align::right || (block.align == Align::end) != options_.mirrored;
    if (pad_before) blanks += room;
    if (width > 0) {
      text_.append(blanks, ' ');
      blanks = 0;
      const std::string escape = options_.color ? escape_of(block.style) : std::string();
      text_ += escape + text;
      if (!escape.empty()) text_ += kEscapeEnd;
    }
    if (!pad_before) blanks += room;
  }
  text_ += '\n';
}

void Page::row(const std::vector<PageCell>& cells) {
  std::vector<Block> blocks;
  std::size_t height = 0;
  std::size_t width = 0;
  for (const PageCell& cell : cells) {
    blocks.push_back(block_of(cell));
    height = std::max(height, blocks.back().lines.size());
    width += cell.width;
  }
  if (options_.mirrored) {
    blocks.push_back({{}, options_.columns - std::min(width, options_.columns), {}, Align::start});
    std::ranges::reverse(blocks);
  }
  for (std::size_t i = 0; i < height; ++i) line(blocks, i);
}

void Page::paragraph(std::size_t indent, std::string_view text, const Style& style, std::size_t max_lines) {
  row({gap(indent), {std::string(text), options_.columns - indent, style, Align::start, max_lines}});
}

std::vector<PageCell> Page::interval(const std::string& low, std::size_t low_width, const std::string& high,
                                     std::size_t high_width) const {
  const PageCell dash{"–", 1, kFaint};
  if (options_.mirrored)
    return {{high, high_width, kFaint, Align::end}, dash, {low, low_width, kFaint, Align::right}};
  return {{low, low_width, kFaint, Align::right}, dash, {high, high_width, kFaint, Align::start}};
}

void Page::rule(std::string_view glyph, const Style& style) {
  row({{repeated(glyph, options_.columns), options_.columns, style}});
}

void Page::heading(std::string_view text) {
  blank();
  const std::size_t width = std::min(display_width(text), options_.columns - 4);
  const std::size_t rest = options_.columns - width - 1;
  row({{std::string(text), width, kBold}, gap(1), {repeated("─", rest), rest, kFaint}});
}

}  // namespace ibtikar
