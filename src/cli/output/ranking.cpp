// See ranking.h.
#include "cli/output/ranking.h"

#include <algorithm>
#include <utility>

#include "base/safe_text.h"
#include "base/suggest.h"

namespace ibtikar::cli {
namespace {

const Score& score_of(const RankedRow& row, const SortKey& key) {
  return key.what == SortKey::What::dimension ? row.dimensions[key.dimension].score : row.overall.score;
}

/// Less than 0, 0 or more than 0, as `a` is before, like or behind `b`.
int compare(const RankedRow& a, const RankedRow& b, const SortKey& key) {
  const int way = key.descending ? -1 : 1;
  if (key.what == SortKey::What::id) return way * a.id.compare(b.id);
  if (key.what == SortKey::What::title) return way * a.title.compare(b.title);
  const Score& x = score_of(a, key);
  const Score& y = score_of(b, key);
  if (x.has_value() != y.has_value()) return x ? -1 : 1;
  if (!x || *x == *y) return 0;
  return *x < *y ? -way : way;
}

}  // namespace

Result<SortKey> parse_sort_key(const std::string& text, const Rubric& rubric) {
  SortKey key;
  std::string name = text;
  const std::size_t colon = text.rfind(':');
  const std::string order = colon == std::string::npos ? "" : text.substr(colon + 1);
  if (order == "asc" || order == "desc") name = text.substr(0, colon);
  std::vector<std::string> known = {"overall", "id", "title"};
  for (const Dimension& dimension : rubric.dimensions()) known.push_back(dimension.id);
  const auto found = std::find(known.begin(), known.end(), name);
  if (found == known.end())
    return fail(error_at("", Code::usage,
                         message("--sort: {0} is nothing to sort by; expected {1}{2}", ibtikar::quoted(name),
                                 alternatives(known), suggestion(name, known))));
  if (name == "id") key.what = SortKey::What::id;
  if (name == "title") key.what = SortKey::What::title;
  const auto place = static_cast<std::size_t>(found - known.begin());
  if (place >= 3) {
    key.what = SortKey::What::dimension;
    key.dimension = place - 3;
  }
  const bool is_text = key.what == SortKey::What::id || key.what == SortKey::What::title;
  // The best first, whichever end of the score that is.
  const Better better = key.what == SortKey::What::dimension ? rubric.dimensions()[key.dimension].better
                                                             : rubric.parts().overall_better;
  key.descending = order.empty() ? !is_text && better == Better::higher : order == "desc";
  return key;
}

bool Ranking::is_before(const Placed& a, const Placed& b) const {
  const int order = compare(a.row, b.row, key_);
  return order != 0 ? order < 0 : a.number < b.number;
}

void Ranking::add(RankedRow row) {
  rows_.push_back({std::move(row), count_++});
  constexpr std::size_t kSpare = 1000;
  if (most_ > 0 && rows_.size() >= 2 * most_ + kSpare) cut();
}

void Ranking::cut() {
  const auto end = rows_.begin() + static_cast<std::ptrdiff_t>(std::min(most_, rows_.size()));
  std::nth_element(rows_.begin(), end, rows_.end(),
                   [&](const Placed& a, const Placed& b) { return is_before(a, b); });
  rows_.erase(end, rows_.end());
}

std::vector<RankedRow> Ranking::take() && {
  std::sort(rows_.begin(), rows_.end(), [&](const Placed& a, const Placed& b) { return is_before(a, b); });
  if (most_ > 0 && rows_.size() > most_) rows_.resize(most_);
  std::vector<RankedRow> rows;
  for (Placed& placed : rows_) rows.push_back(std::move(placed.row));
  return rows;
}

}  // namespace ibtikar::cli
