// Charts of a page: inline SVG, each with its words, mirrored on a page that runs from right to
// left.
//
// Along the line every place is a percentage, so that a chart fits any width while its text keeps
// its size.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "report/html/writer.h"
#include "report/view/view.h"

namespace ibtikar {

/// Places from 0 to 100 along a line of text.
class HtmlScale {
 public:
  explicit HtmlScale(const Words& words) : mirrored_(words.right_to_left()) {}

  /// "63.41%"
  [[nodiscard]] std::string at(double place) const;
  /// Where a stretch begins for SVG, whose x always runs from the left.
  [[nodiscard]] std::string left(double from, double to) const { return at(mirrored_ ? to : from); }
  [[nodiscard]] static std::string width(double from, double to);

 private:
  bool mirrored_;
};

/// The class that gives a standing its colour: "low", "middle", "near-top", "none"...
[[nodiscard]] std::string_view tone_class(Standing standing);

/// A class with that of a standing behind it: "tag low".
[[nodiscard]] std::string toned(std::string_view look, Standing standing);

/// "40.00–63.41", from left to right in every language.
void write_range(HtmlWriter& html, const MeasureView& measure, std::string_view look);

/// A score and its interval on a line from 0 to 100, the borders of the bands cut into it.
void score_bar(HtmlWriter& html, const Words& words, const ScoreView& score,
               const std::vector<BandView>& bands, std::size_t height);

/// The score alone, for tables that say all numbers: without words.
void small_bar(HtmlWriter& html, const Words& words, double score, Standing standing);

/// A stretch on a line from 0 to 100 along which others lie, with a mark at today's place (below 0:
/// none). `title` says its numbers.
void swing_bar(HtmlWriter& html, const Words& words, double from, double to, double today,
               const Sentence& title, Standing standing);

/// The numbers over a column of bars: where each band begins, and 100. Bars on scales of their own have no
/// numbers in common, so `of_hundred` is false for them, and only the words are there.
void score_axis(HtmlWriter& html, const Words& words, const std::vector<BandView>& bands, bool of_hundred);

/// All bands from 0 to 100, numbered, with the score and its interval above them; the one of the
/// verdict stands out.
void band_scale(HtmlWriter& html, const Words& words, const MeasureView& measure, const VerdictView& verdict);

/// One cell a level, filled up to the one that was reached; dashed where there is none.
void level_cells(HtmlWriter& html, const Words& words, std::optional<std::size_t> level, std::size_t levels,
                 std::string_view state, std::size_t height);

/// What the parts of a bar mean.
void bar_key(HtmlWriter& html, const Words& words);

}  // namespace ibtikar
