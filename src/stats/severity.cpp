// rank_items(): sums what the mixed model says over the grid of standard deviations.
#include "ibtikar/severity.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "stats/merits.h"
#include "stats/mixed_model.h"
#include "stats/rank_intervals.h"
#include "stats/severity_grid.h"

namespace ibtikar {
namespace {

constexpr double kGreatestSd = 2;  // in units, as in the published model
constexpr double kAssessorSd = 0.5;

/// By item: how many assessors have read it.
std::vector<std::size_t> reader_counts_of(std::span<const Rating> ratings, std::size_t items) {
  std::vector<std::pair<std::size_t, std::size_t>> read;
  for (const Rating& rating : ratings) read.emplace_back(rating.item, rating.assessor);
  std::ranges::sort(read);
  read.erase(std::ranges::unique(read).begin(), read.end());
  std::vector<std::size_t> readers(items, 0);
  for (const auto& [item, assessor] : read) ++readers[item];
  return readers;
}

std::optional<Undefined> unranked(std::span<const Rating> ratings, const std::vector<std::size_t>& readers,
                                  std::size_t assessors) {
  std::vector<bool> active(assessors, false);
  for (const Rating& rating : ratings) active[rating.assessor] = true;
  std::size_t rated = 0;
  bool paired = false;
  for (const std::size_t count : readers) {
    if (count > 0) ++rated;
    paired = paired || count > 1;
  }
  if (rated < 2) return Undefined::few_programs;
  if (std::ranges::count(active, true) < 2) return Undefined::few_assessors;
  if (!paired) return Undefined::no_pairs;
  if (std::ranges::all_of(ratings, [&](const Rating& r) { return r.value == ratings.front().value; }))
    return Undefined::constant;
  return std::nullopt;
}

double assessor_sd_of(const MixedModel& model, const RankingOptions& options) {
  if (options.fit_assessor_sd) return std::sqrt(likeliest_variances(model).assessor);
  return options.assessor_sd.value_or(kAssessorSd * options.unit);
}

/// What was read, without a model: means and counts.
void add_raw(std::span<const Rating> ratings, const std::vector<std::size_t>& readers, RankingModel& out) {
  std::vector<double> sums(out.items.size(), 0.0);
  for (const Rating& rating : ratings) {
    sums[rating.item] += rating.value;
    ++out.items[rating.item].readings;
    ++out.assessors[rating.assessor].readings;
  }
  for (std::size_t i = 0; i < sums.size(); ++i)
    if (out.items[i].readings > 0)
      out.items[i].raw_mean = sums[i] / static_cast<double>(out.items[i].readings);
  std::vector<double> above(out.assessors.size(), 0.0);
  std::vector<double> shared(out.assessors.size(), 0.0);
  for (const Rating& rating : ratings) {
    if (readers[rating.item] < 2) continue;
    above[rating.assessor] += rating.value - *out.items[rating.item].raw_mean;
    shared[rating.assessor] += 1;
  }
  for (std::size_t j = 0; j < above.size(); ++j)
    if (shared[j] > 0) out.assessors[j].raw = above[j] / shared[j];
}

void add_ranks(RankingModel& out) {
  const std::size_t count = out.items.size();
  std::vector<double> others;
  for (std::size_t i = 0; i < count; ++i) {
    others.clear();
    for (std::size_t j = 0; j < count; ++j)
      if (j != i) others.push_back(out.pairwise.better(j, i));
    RankEstimate& item = out.items[i];
    item.expected_rank = std::accumulate(others.begin(), others.end(), 1.0);
    item.sucra = (static_cast<double>(count) - item.expected_rank) / static_cast<double>(count - 1);
    const std::vector<double> better = poisson_binomial(others);
    item.half = rank_interval(better, 0.5);
    item.ninety = rank_interval(better, 0.9);
  }
}

}  // namespace

RankingModel rank_items(std::span<const Rating> ratings, std::size_t items, std::size_t assessors,
                        const RankingOptions& options) {
  RankingModel out;
  out.better = options.better;
  if (ratings.empty()) {
    out.undefined = Undefined::few_programs;
    return out;
  }
  const MixedModel model(ratings, items, assessors);
  const std::vector<std::size_t> readers = reader_counts_of(ratings, items);
  out.undefined = unranked(ratings, readers, assessors);
  if (out.undefined) return out;

  out.items.resize(items);
  out.assessors.resize(assessors);
  out.pairwise = PairwiseProbabilities(items);
  out.assessor_sd = assessor_sd_of(model, options);
  Merits merits(model, options.better);
  for (const GridPoint& point : grid_of(model, {kGreatestSd * options.unit, out.assessor_sd})) {
    merits.add(point, out.assessor_sd);
    out.item_sd += point.weight * point.item_sd;
    out.error_sd += point.weight * point.error_sd;
  }
  merits.write(out);
  add_raw(ratings, readers, out);
  add_ranks(out);
  return out;
}

}  // namespace ibtikar
