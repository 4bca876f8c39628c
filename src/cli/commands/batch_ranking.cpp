// See batch_ranking.h.
#include "cli/commands/batch_ranking.h"

#include <algorithm>
#include <utility>

#include "report/text/portfolio.h"

namespace ibtikar::cli {
namespace {

/// So many of each end of a ranking stand in a table.
constexpr std::size_t kTableRows = 10;

}  // namespace

Result<BatchRanking> BatchRanking::make(const BatchCommand& options, const Rubric& rubric, BatchForm form) {
  SortKey key;
  key.descending = rubric.parts().overall_better == Better::higher;
  if (!options.sort.empty()) {
    const Result<SortKey> parsed = parse_sort_key(options.sort, rubric);
    if (!parsed) return fail(parsed.error());
    key = *parsed;
  }
  const std::size_t most = options.top > 0 ? options.top : form == BatchForm::table ? kTableRows : 0;
  SortKey backwards = key;
  backwards.descending = !key.descending;
  return BatchRanking(Ranking(key, most), Ranking(backwards, kTableRows),
                      form == BatchForm::table && options.top == 0);
}

void BatchRanking::add(RankedRow&& row) {
  if (keeps_last_ && row.overall.score) last_.add(row);
  best_.add(std::move(row));
}

std::string BatchRanking::table(const Rubric& rubric, const Summary& summary, const TextOptions& look) {
  const std::vector<RankedRow> best = take();
  std::vector<RankedRow> last;
  if (keeps_last_ && summary.scored > kTableRows) {
    last = std::move(last_).take();
    last.resize(std::min<std::size_t>(last.size(), summary.scored - kTableRows));
    std::reverse(last.begin(), last.end());
  }
  return ranking_text(rubric, best, last, summary.scored, look);
}

}  // namespace ibtikar::cli
