// Page: text in lines of a given width, laid out in cells, from the left or from the right.
//
// A row is a list of cells in reading order. On a mirrored page (Arabic) the first cell is at the
// right edge and `start` means right. The page itself places the cells from left to right, and
// isolates every cell whose letters could reorder its neighbors. Outside isolates, a line has no
// letter that runs from right to left. So terminals that order bidirectional text show the same
// columns as those that do not.
//
// No line is wider than the page by display_width(), and none ends with a blank.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/direction.h"
#include "report/view/formatter.h"

namespace ibtikar {

struct Style {
  Standing tone = Standing::none;  ///< from red over yellow and cyan to green
  bool bold = false;
  bool faint = false;
};

inline constexpr Style kPlain{};
inline constexpr Style kBold{.bold = true};
inline constexpr Style kFaint{.faint = true};

/// `right` is right on a mirrored page too: digits stand under digits.
enum class Align { start, end, right };

struct PageCell {
  std::string text;       ///< plain(), or put together by Words
  std::size_t width = 0;  ///< columns that it takes
  Style style;
  Align align = Align::start;
  std::size_t max_lines = 1;  ///< it wraps up to this; what is left is cut with "…"
};

/// Columns left free before what stands in a page, and between a sign or label and its text.
inline constexpr std::size_t kMargin = 2;
inline constexpr std::size_t kGap = 2;

/// More columns than this make a bar no clearer.
inline constexpr std::size_t kLongestBar = 50;

/// What a text of somebody else's may take: more than anyone needs, less than a screen.
inline constexpr std::size_t kMostLines = 6;

/// Enough for a long paragraph; a text that needs more is not meant to be read here.
inline constexpr std::size_t kManyLines = 20;

/// Columns without text.
[[nodiscard]] PageCell gap(std::size_t width);

class Page {
 public:
  struct Options {
    std::size_t columns = 80;
    bool mirrored = false;
    bool color = false;
  };
  explicit Page(const Options& options) : options_(options) {}

  void blank() { text_ += '\n'; }
  /// Requires: the widths add up to at most columns().
  void row(const std::vector<PageCell>& cells);
  /// Text over several lines, `indent` columns from the edge where reading starts.
  void paragraph(std::size_t indent, std::string_view text, const Style& style = kPlain,
                 std::size_t max_lines = kManyLines);
  /// "48.20–80.95", aligned at the dash: from the low end at the left to the high end, as numbers
  /// run, on a mirrored page too. It takes both widths and 1.
  [[nodiscard]] std::vector<PageCell> interval(const std::string& low, std::size_t low_width,
                                               const std::string& high, std::size_t high_width) const;
  /// A line from edge to edge.
  void rule(std::string_view glyph, const Style& style = kFaint);
  /// Text and a line to the other edge.
  void heading(std::string_view text);

  [[nodiscard]] std::size_t columns() const { return options_.columns; }
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  struct Block;  // a cell after wrapping
  [[nodiscard]] Block block_of(const PageCell& cell) const;
  void line(const std::vector<Block>& blocks, std::size_t number);

  Options options_;
  std::string text_;
};

/// `glyph` this many times.
[[nodiscard]] std::string repeated(std::string_view glyph, std::size_t times);

}  // namespace ibtikar
