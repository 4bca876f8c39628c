// render_weights_text(): the new weights beside the old ones, and whether the judgements agree.
#include <algorithm>

#include "base/decimal.h"
#include "base/safe_text.h"
#include "base/utf8.h"
#include "report/text/page.h"
#include "report/view/weights.h"

namespace ibtikar {
namespace {

constexpr std::size_t kShareWidth = 7;
constexpr std::size_t kLongestWeightBar = 20;

}  // namespace

std::string render_weights_text(const WeightTable& table, const WeightsReportOptions& options) {
  const WeightsView view = weights_view(table, options, Target::terminal);
  Page page({.columns = std::clamp<std::size_t>(options.columns, 40, 120),
             .mirrored = view.right_to_left,
             .color = options.color});
  std::size_t name = display_width(view.part);
  for (const WeightRowView& row : view.rows) name = std::max(name, display_width(row.name));
  const std::size_t figures = 2 * (kShareWidth + kGap);
  const std::size_t bar = page.columns() >= 70 ? kLongestWeightBar + kGap : 0;
  name = std::min(name, page.columns() - kMargin - figures - bar);
  page.paragraph(0, view.title, kBold);
  page.rule("━");
  page.row({gap(kMargin),
            {view.part, name, kFaint},
            gap(kGap),
            {view.before, kShareWidth, kFaint, Align::end},
            gap(kGap),
            {view.now, kShareWidth, kFaint, Align::end}});
  for (const WeightRowView& row : view.rows) {
    std::vector<PageCell> cells = {gap(kMargin), {row.name, name, kPlain, Align::start, 3},
                                   gap(kGap),    {row.before, kShareWidth, kFaint, Align::right},
                                   gap(kGap),    {row.now, kShareWidth, kBold, Align::right}};
    const auto filled = static_cast<std::size_t>(row.share * static_cast<double>(kLongestWeightBar) + 0.5);
    if (bar > 0) cells.push_back(gap(kGap));
    if (bar > 0 && filled > 0) cells.push_back({repeated("█", filled), filled, kPlain});
    page.row(cells);
  }
  if (!view.remarks.empty()) page.blank();
  for (const std::string& remark : view.remarks) page.paragraph(kMargin, remark);
  return page.text();
}

}  // namespace ibtikar
