// render_draw_text(): who is funded, the lots, and how to draw again.
#include "report/view/draw.h"

#include <algorithm>

#include "base/utf8.h"
#include "ibtikar/ranking_report.h"
#include "report/text/page.h"

namespace ibtikar {
namespace {

/// Of a ticket, so many digits tell it from all others.
constexpr std::size_t kTicketShown = 12;

/// With fewer columns, numbers stand below the names.
constexpr std::size_t kWideEnough = 70;

class DrawText {
 public:
  DrawText(const DrawView& view, const RankingOutput& options)
      : view_(view),
        page_({std::clamp<std::size_t>(options.columns, 40, 120), view.right_to_left, options.color}) {}

  [[nodiscard]] std::string text() && {
    page_.paragraph(0, view_.title, kBold);
    for (const std::string& sentence : view_.about) page_.paragraph(0, sentence);
    page_.rule("━");
    write_outcomes();
    if (view_.drawn.empty()) return page_.text();
    write_lots();
    page_.heading(view_.replay_heading);
    std::size_t number = 0;
    for (const DrawStepView& step : view_.steps) {
      page_.row({gap(kMargin),
                 {std::to_string(++number) + ".", 2, kFaint},
                 gap(1),
                 {step.text, page_.columns() - kMargin - 3, kPlain, Align::start, kManyLines}});
      if (!step.command.empty()) page_.paragraph(kMargin + 3, step.command, kFaint);
    }
    return page_.text();
  }

 private:
  /// The width of a column: of its heading, up to a limit, or of its widest cell.
  template <class Rows>
  static std::size_t width_of(const Rows& rows, std::string DrawRowView::*text) {
    std::size_t width = 1;
    for (const DrawRowView& row : rows) width = std::max(width, display_width(row.*text));
    return width;
  }

  void write_outcomes() {
    const std::size_t outcome = width_of(view_.rows, &DrawRowView::outcome);
    const std::size_t group = width_of(view_.rows, &DrawRowView::group);
    const std::size_t chance = width_of(view_.rows, &DrawRowView::chance);
    const bool is_narrow = page_.columns() < kWideEnough;
    const std::size_t taken = kMargin + 2 + kGap + outcome + (is_narrow ? 0 : 2 * kGap + group + chance);
    for (const DrawRowView& row : view_.rows) {
      const Style look = row.wins ? kBold : kPlain;
      std::vector<PageCell> cells = {gap(kMargin),
                                     {row.wins ? "✓" : "", 1, look},
                                     gap(1),
                                     {row.name, page_.columns() - taken, look, Align::start, 2}};
      std::vector<PageCell> more = {
          gap(kGap), {row.group, group, kFaint}, gap(kGap), {row.chance, chance, kPlain, Align::right}};
      if (!is_narrow) cells.insert(cells.end(), more.begin(), more.end());
      cells.push_back(gap(kGap));
      cells.push_back({row.outcome, outcome, look});
      page_.row(cells);
      if (!is_narrow) continue;
      more.insert(more.begin(), gap(kMargin));
      page_.row(more);
    }
  }

  void write_lots() {
    page_.heading(view_.lots_heading);
    const std::size_t place = width_of(view_.drawn, &DrawRowView::place);
    const std::size_t stretch = width_of(view_.drawn, &DrawRowView::stretch);
    const bool is_narrow = page_.columns() < kWideEnough;
    std::size_t taken = kMargin + place + kGap + kTicketShown + 1 + kGap;
    if (view_.is_linear && !is_narrow) taken += kGap + stretch;
    for (const DrawRowView& row : view_.drawn) {
      const std::string ticket = row.ticket.substr(0, kTicketShown) + "…";
      std::vector<PageCell> cells = {
          gap(kMargin), {row.place, place, kFaint, Align::right},
          gap(kGap),    {ticket, kTicketShown + 1, kPlain},
          gap(kGap),    {row.id, page_.columns() - taken, row.wins ? kBold : kPlain}};
      if (view_.is_linear && !is_narrow) {
        cells.push_back(gap(kGap));
        cells.push_back({row.stretch, stretch, kPlain, Align::right});
      }
      page_.row(cells);
      if (view_.is_linear && is_narrow) page_.paragraph(kMargin + place + kGap, row.stretch);
    }
  }

  const DrawView& view_;
  Page page_;
};

}  // namespace

std::string render_draw_text(const DrawRecord& record, const RankingOutput& options) {
  const DrawView view = draw_view(record, options.language, Target::terminal);
  return DrawText(view, options).text();
}

}  // namespace ibtikar
