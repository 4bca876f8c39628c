// See weights.h.
#include "report/view/weights.h"

#include <algorithm>
#include <cmath>

#include "base/catalogue.h"
#include "base/decimal.h"
#include "report/view/formatter.h"

namespace ibtikar {
namespace {

/// Judgements that are named where they contradict one another.
constexpr std::size_t kWorstNamed = 3;

/// "3", "1.7", "1/4": as judgements are made, and no stronger than they may be.
std::string times_text(double times) {
  const auto tenths = [](double number) { return shortest(std::round(number * 10) / 10); };
  const bool is_less = times < 1;
  const std::string strength = tenths(std::min(is_less ? 1 / times : times, kStrongestJudgement));
  return is_less && strength != "1" ? "1/" + strength : strength;
}

std::string three_decimals(double number) { return shortest(std::round(number * 1000) / 1000); }

std::string part_title(const WeighedPart& part, const WeightsReportOptions& options, Target target) {
  const std::string title = safe_for(target, part.title.in(options.language, options.fallback));
  return title.empty() ? safe_for(target, part.id) : title;
}

}  // namespace

WeightsView weights_view(const WeightTable& table, const WeightsReportOptions& options, Target target) {
  const std::string& language = options.language;
  WeightsView view;
  view.right_to_left = speaks_right_to_left(language);
  view.title =
      message("Weights by {0}: {1}", std::string(method_name(table.judgements.method)), table.judgements.of)
          .in(language);
  view.part = message("Part").in(language);
  view.before = message("Before").in(language);
  view.now = message("Now").in(language);
  for (const WeightRow& row : table.rows)
    view.rows.push_back({part_title(row.part, options, target), percent_text(row.share_before),
                         percent_text(row.share), row.share});
  if (!table.ahp || !table.ahp->ratio) return view;
  const double ratio = *table.ahp->ratio;
  if (ratio <= kInconsistent) {
    view.remarks.push_back(message("Consistency ratio: {0}", three_decimals(ratio)).in(language));
    return view;
  }
  view.remarks.push_back(message("Consistency ratio: {0}. Over 0.1, the judgements contradict one another: "
                                 "think again about those that fit worst.",
                                 three_decimals(ratio))
                             .in(language));
  for (std::size_t i = 0; i < std::min(kWorstNamed, table.ahp->misfits.size()); ++i) {
    const Misfit& misfit = table.ahp->misfits[i];
    view.remarks.push_back(message("{0} over {1}: {2} was judged, {3} would fit",
                                   table.rows[misfit.judgement.first].part.id,
                                   table.rows[misfit.judgement.second].part.id,
                                   times_text(misfit.judgement.times), times_text(misfit.fitting))
                               .in(language));
  }
  return view;
}

}  // namespace ibtikar
