// See scores.h. One set of columns serves dimensions and criteria, so that
// their bars can be compared down the page; where columns do not fit, each score
// takes two lines.
#include "report/text/scores.h"

#include <algorithm>
#include <cmath>

#include "base/utf8.h"

namespace ibtikar {
namespace {

constexpr std::size_t kShortestBar = 14;

constexpr std::string_view kSolid = "█";
constexpr std::string_view kShade = "▓";
constexpr std::string_view kLight = "░";
constexpr std::string_view kDot = "·";

/// The text at the end of a score's line.
struct Remark {
  std::string text;
  Style style;
};

/// Widths of the parts of a score's line.
struct Columns {
  std::size_t title = 0;
  std::size_t bar = 0;
  std::size_t score = 0;
  std::size_t low = 0;
  std::size_t high = 0;
  std::size_t remark = 0;
  bool stacked = false;

  [[nodiscard]] std::size_t numbers() const { return score + kGap + low + 1 + high; }
};

std::size_t column_at(double score, std::size_t width) {
  return static_cast<std::size_t>(std::lround(score / 100 * static_cast<double>(width)));
}

Style tone(const ScoreView& score) { return {.tone = score.standing}; }

Remark completeness_mark(const ScoreView& score) {
  if (score.measure.completeness >= 1) return {"●", kFaint};
  if (score.measure.completeness <= 0) return {"○", kPlain};
  return {"◐ " + score.measure.completeness_text, kPlain};
}

Remark band_remark(const Words& words, const ScoreView& score) {
  if (score.band.empty() && score.measure.score) return {};
  if (score.band.empty()) return {std::string(words(Word::no_score)), kFaint};
  return {score.band, tone(score)};
}

void widen(Columns& columns, const ScoreView& score, const Remark& remark, std::size_t indent) {
  columns.title = std::max(columns.title, indent + display_width(score.title));
  columns.score = std::max(columns.score, display_width(score.measure.score_text));
  columns.low = std::max(columns.low, display_width(score.measure.low_text));
  columns.high = std::max(columns.high, display_width(score.measure.high_text));
  columns.remark = std::max(columns.remark, display_width(remark.text));
}

constexpr std::size_t kCriterionIndent = 2;

Columns columns_of(const ReportView& view, std::size_t page) {
  Columns columns;
  for (const ScoreView& score : view.dimensions) widen(columns, score, band_remark(view.words, score), 0);
  for (const SectionView& section : view.sections)
    for (const ScoreView& score : section.criteria)
      widen(columns, score, completeness_mark(score), kCriterionIndent);
  columns.title = std::clamp<std::size_t>(columns.title, 8, page * 3 / 10);
  columns.score = std::min<std::size_t>(columns.score, 6);
  columns.low = std::min<std::size_t>(columns.low, 6);
  columns.high = std::min<std::size_t>(columns.high, 6);
  columns.remark = std::min<std::size_t>(columns.remark, 16);
  const std::size_t taken = kMargin + columns.title + kGap + kGap + columns.numbers() + kGap + columns.remark;
  columns.stacked = page < taken + kShortestBar;
  if (columns.stacked) {
    columns.title = page - kMargin - kGap - columns.remark;
    columns.bar = page - kMargin - kGap - columns.numbers();
  } else {
    columns.bar = std::min(page - taken, kLongestBar);
  }
  return columns;
}

void append(std::vector<PageCell>& cells, std::vector<PageCell> more) {
  for (PageCell& cell : more) cells.push_back(std::move(cell));
}

/// The score and its interval, aligned at the dash.
std::vector<PageCell> number_cells(const Page& page, const ScoreView& score, const Columns& columns) {
  std::vector<PageCell> cells = {{score.measure.score_text, columns.score, kBold, Align::right}, gap(kGap)};
  append(cells, page.interval(score.measure.low_text, columns.low, score.measure.high_text, columns.high));
  return cells;
}

void write_inapplicable(Page& page, const Words& words, const ScoreView& score, const Columns& columns,
                        std::size_t indent) {
  const std::size_t title = std::min(columns.title, page.columns() / 2);
  page.row({gap(kMargin + indent),
            {score.title, title - indent, kFaint, Align::start, 3},
            gap(kGap),
            {std::string(words(Word::does_not_apply)), page.columns() - kMargin - title - kGap, kFaint}});
}

void write_stacked(Page& page, const ScoreView& score, const Remark& remark, const Columns& columns,
                   std::size_t indent) {
  page.row({gap(kMargin + indent),
            {score.title, columns.title - indent, kPlain, Align::start, 3},
            gap(kGap),
            {remark.text, columns.remark, remark.style, Align::end, 2}});
  std::vector<PageCell> cells = {gap(kMargin + indent)};
  append(cells, bar_of(score, columns.bar - indent));
  cells.push_back(gap(kGap));
  append(cells, number_cells(page, score, columns));
  page.row(cells);
}

void write_in_columns(Page& page, const ScoreView& score, const Remark& remark, const Columns& columns,
                      std::size_t indent) {
  std::vector<PageCell> cells = {
      gap(kMargin + indent), {score.title, columns.title - indent, kPlain, Align::start, 3}, gap(kGap)};
  append(cells, bar_of(score, columns.bar));
  cells.push_back(gap(kGap));
  append(cells, number_cells(page, score, columns));
  cells.push_back(gap(kGap));
  cells.push_back({remark.text, columns.remark, remark.style, Align::start, 2});
  page.row(cells);
}

void write_score(Page& page, const Words& words, const ScoreView& score, const Remark& remark,
                 const Columns& columns, std::size_t indent) {
  if (!score.applicable) return write_inapplicable(page, words, score, columns, indent);
  if (columns.stacked)
    write_stacked(page, score, remark, columns, indent);
  else
    write_in_columns(page, score, remark, columns, indent);
  if (score.uncapped.empty()) return;
  const std::size_t start = columns.stacked ? kMargin + indent : kMargin + columns.title + kGap;
  page.paragraph(start, words.say(Word::score_before_caps, {score.uncapped}).text, kFaint);
}

/// "█ to the low end, ▓ to the score ..."
void write_legend(Page& page, const Words& words,
                  std::initializer_list<std::pair<std::string_view, Word>> entries) {
  std::string text;
  for (const auto& [glyph, meaning] : entries) {
    if (!text.empty()) text += words(Word::list_comma);
    // A no-break space keeps a sign and what it means on one line.
    text.append(glyph).append("\u00A0").append(words(meaning));
  }
  page.paragraph(kMargin, text, kFaint);
}

/// Where a band's stretch of the overall bar begins and ends.
struct Stretch {
  const BandView* band = nullptr;
  std::size_t begin = 0;
  std::size_t end = 0;

  [[nodiscard]] std::size_t width() const { return end - begin; }
};

std::vector<Stretch> stretches_of(const std::vector<BandView>& bands, std::size_t width) {
  std::vector<Stretch> stretches;
  for (const BandView& band : bands) {
    const std::size_t begin = std::min(column_at(band.from, width), width);
    if (!stretches.empty()) stretches.back().end = std::max(stretches.back().begin, begin);
    stretches.push_back({&band, stretches.empty() ? begin : stretches.back().end, width});
  }
  return stretches;
}

/// One label under each stretch where it fits; with `all_or_none`, no label unless all fit.
void write_labels(Page& page, const std::vector<Stretch>& stretches, std::string BandView::*label,
                  bool all_or_none) {
  const auto fits = [&](const Stretch& stretch) {
    return display_width(stretch.band->*label) < stretch.width();
  };
  if (all_or_none && !std::ranges::all_of(stretches, fits)) return;
  std::vector<PageCell> cells = {gap(kMargin + stretches.front().begin)};
  for (const Stretch& stretch : stretches)
    cells.push_back({fits(stretch) ? stretch.band->*label : std::string(), stretch.width(),
                     stretch.band->reached ? kBold : kFaint});
  page.row(cells);
}

/// Where each band begins, and its title.
void write_bands(Page& page, const std::vector<BandView>& bands, std::size_t width) {
  if (bands.empty()) return;
  const std::vector<Stretch> stretches = stretches_of(bands, width);
  write_labels(page, stretches, &BandView::from_text, false);
  write_labels(page, stretches, &BandView::title, true);
}

}  // namespace

std::vector<PageCell> bar_of(const ScoreView& score, std::size_t width) {
  const std::size_t low = column_at(score.measure.low, width);
  const std::size_t high = column_at(score.measure.high, width);
  const std::size_t point =
      score.measure.score ? std::clamp(column_at(*score.measure.score, width), low, high) : low;
  return {{repeated(kSolid, low), low, tone(score)},
          {repeated(kShade, point - low), point - low, tone(score)},
          {repeated(kLight, high - point), high - point, kFaint},
          {repeated(kDot, width - high), width - high, kFaint}};
}

void write_overall_bar(Page& page, const ReportView& view) {
  const std::size_t width = std::min<std::size_t>(page.columns() - 2 * kMargin, 100);
  std::vector<PageCell> cells = {gap(kMargin)};
  append(cells, bar_of(view.overall, width));
  page.row(cells);
  write_bands(page, view.verdict.bands, width);
}

void write_dimensions(Page& page, const ReportView& view) {
  if (view.dimensions.empty()) return;
  const Words& words = view.words;
  page.heading(words(Word::dimensions));
  const Columns columns = columns_of(view, page.columns());
  for (const ScoreView& score : view.dimensions)
    write_score(page, words, score, band_remark(words, score), columns, 0);
  if (std::ranges::none_of(view.dimensions, &ScoreView::applicable)) return;
  write_legend(page, words,
               {{kSolid, Word::legend_low}, {kShade, Word::legend_score}, {kLight, Word::legend_high}});
}

void write_criteria(Page& page, const ReportView& view) {
  if (view.sections.empty()) return;
  const Words& words = view.words;
  page.heading(words(Word::criteria));
  const Columns columns = columns_of(view, page.columns());
  for (const SectionView& section : view.sections) {
    page.paragraph(kMargin, section.title, kBold, 2);
    for (const ScoreView& score : section.criteria)
      write_score(page, words, score, completeness_mark(score), columns, kCriterionIndent);
  }
  const auto has_bars = [](const SectionView& section) {
    return std::ranges::any_of(section.criteria, &ScoreView::applicable);
  };
  if (std::ranges::none_of(view.sections, has_bars)) return;
  write_legend(page, words, {{"●", Word::legend_all}, {"◐", Word::legend_part}, {"○", Word::legend_none}});
}

}  // namespace ibtikar
