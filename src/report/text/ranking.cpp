// render_ranking_text(): the order with scores, then expected ranks, then what a simulation says.
#include "report/view/ranking.h"

#include <algorithm>

#include "base/utf8.h"
#include "ibtikar/ranking_report.h"
#include "report/text/page.h"

namespace ibtikar {
namespace {

constexpr std::size_t kScoreWidth = 6;

/// A number in a table beside the names.
struct NumberColumn {
  std::string heading;
  std::string RankingRowView::*text;
  std::size_t width = 0;
};

class RankingText {
 public:
  RankingText(const RankingView& view, const RankingOutput& options)
      : view_(view),
        page_({std::clamp<std::size_t>(options.columns, 40, 120), view.right_to_left, options.color}) {
    for (const RankingRowView& row : view.rows) rank_width_ = std::max(rank_width_, display_width(row.rank));
  }

  [[nodiscard]] std::string text() && {
    page_.paragraph(0, view_.words.title, kBold);
    for (const std::string& sentence : view_.about) page_.paragraph(0, sentence, kFaint);
    page_.rule("━");
    for (const RankingRowView& row : view_.rows) write_row(row);
    const RankingWords& words = view_.words;
    if (!view_.expected_heading.empty())
      table(view_.expected_heading, {view_.expected_legend},
            {{words.expected, &RankingRowView::expected},
             {words.half, &RankingRowView::half},
             {words.ninety, &RankingRowView::ninety},
             {words.sucra, &RankingRowView::sucra}});
    else if (!view_.expected_legend.empty())
      page_.paragraph(0, view_.expected_legend, kFaint);
    if (!view_.robust_heading.empty()) {
      table(view_.robust_heading, view_.robust_legend,
            {{words.first, &RankingRowView::first},
             {words.usual, &RankingRowView::usual},
             {words.confidence, &RankingRowView::confidence}});
      write_weights();
    }
    return page_.text();
  }

 private:
  void write_row(const RankingRowView& row) {
    const std::size_t taken =
        kMargin + rank_width_ + kGap + kGap + 1 + kGap + kScoreWidth + kGap + 2 * kScoreWidth + 1;
    std::vector<PageCell> cells = {gap(kMargin), {row.rank, rank_width_, kFaint, Align::right},
                                   gap(kGap),    {row.name, page_.columns() - taken, kPlain, Align::start, 2},
                                   gap(kGap),    {row.on_front ? "◆" : "", 1, kPlain},
                                   gap(kGap),    {row.score, kScoreWidth, kBold, Align::right},
                                   gap(kGap)};
    for (PageCell& cell : page_.interval(row.low, kScoreWidth, row.high, kScoreWidth))
      cells.push_back(std::move(cell));
    page_.row(cells);
  }

  void table(const std::string& heading, const std::vector<std::string>& legend,
             std::vector<NumberColumn> columns) {
    page_.heading(heading);
    for (const std::string& sentence : legend) page_.paragraph(kMargin, sentence, kFaint);
    constexpr std::size_t kTight = 60;
    const std::size_t between = page_.columns() < kTight ? 1 : kGap;
    const std::size_t most =
        std::min<std::size_t>(10, (page_.columns() - kMargin) / columns.size() - between);
    std::size_t taken = kMargin;
    for (NumberColumn& column : columns) {
      column.width = display_width(column.heading);
      for (const RankingRowView& row : view_.rows)
        column.width = std::max(column.width, display_width(row.*column.text));
      column.width = std::min(column.width, most);
      taken += between + column.width;
    }
    // Where names would have no room beside the numbers, they stand over them.
    constexpr std::size_t kNarrowestName = 18;
    const bool is_narrow = taken + kNarrowestName > page_.columns();
    const std::size_t name = is_narrow ? 0 : page_.columns() - taken;
    std::vector<PageCell> cells = {gap(kMargin)};
    if (!is_narrow) cells.push_back({view_.words.program, name, kFaint});
    for (const NumberColumn& column : columns) {
      cells.push_back(gap(between));
      cells.push_back({column.heading, column.width, kFaint, Align::end, 4});
    }
    page_.row(cells);
    for (const RankingRowView& row : view_.rows) {
      if ((row.*columns.front().text).empty()) continue;
      cells = {gap(kMargin)};
      if (is_narrow)
        page_.paragraph(kMargin, row.name, kPlain, 2);
      else
        cells.push_back({row.name, name, kPlain});
      for (const NumberColumn& column : columns) {
        cells.push_back(gap(between));
        cells.push_back({row.*column.text, column.width, kPlain, Align::right});
      }
      page_.row(cells);
    }
  }

  void write_weights() {
    page_.blank();
    page_.paragraph(kMargin, view_.words.weights, kBold);
    for (const RankingRowView& row : view_.rows) {
      if (row.central.empty()) continue;
      page_.paragraph(kMargin, row.name);
      for (std::size_t d = 0; d < row.central.size(); ++d)
        page_.row({gap(2 * kMargin),
                   {row.central[d], kScoreWidth, kPlain, Align::right},
                   gap(kGap),
                   {view_.dimensions[d], page_.columns() - 2 * kMargin - kScoreWidth - kGap, kPlain}});
    }
  }

  const RankingView& view_;
  Page page_;
  std::size_t rank_width_ = 1;
};

}  // namespace

std::string render_ranking_text(const PanelRanking& ranking, const RankingOutput& options) {
  const RankingView view = ranking_view(ranking, options.language, Target::terminal);
  return RankingText(view, options).text();
}

}  // namespace ibtikar
