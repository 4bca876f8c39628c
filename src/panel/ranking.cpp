// rank(), pareto_front(), competition_ranks(): see ibtikar/ranking.h.
#include "ibtikar/ranking.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "base/decimal.h"

namespace ibtikar {
namespace {

/// What the mean of several readings is made of.
struct MeanScore {
  double sum = 0;
  std::size_t count = 0;

  void add(const Score& score) {
    if (!score) return;
    sum += *score;
    ++count;
  }
  [[nodiscard]] Score value() const {
    if (count == 0) return std::nullopt;
    return rounded(sum / static_cast<double>(count));
  }
};

/// The scores of a reading, as an expression takes them.
std::vector<double> scores_of(const ScoredReading& reading) {
  constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
  std::vector<double> scores;
  for (const Measure& dimension : reading.dimensions) scores.push_back(dimension.score.value_or(kNone));
  scores.push_back(reading.overall.score.value_or(kNone));
  return scores;
}

std::vector<RankExpression::Range> ranges_of(const ScoredReading& reading) {
  std::vector<RankExpression::Range> ranges;
  for (const Measure& dimension : reading.dimensions) ranges.push_back({dimension.low, dimension.high});
  ranges.push_back({reading.overall.low, reading.overall.high});
  return ranges;
}

RankedProgram scored_mean(const Contender& contender, std::size_t number, const RankExpression& by,
                          std::size_t dimension_count) {
  RankedProgram out;
  out.contender = number;
  MeanScore score, low, high;
  bool is_bounded = true;
  std::vector<MeanScore> dimensions(dimension_count);
  for (const ScoredReading& reading : contender.readings) {
    score.add(reading_value(reading, by));
    // The interval is that of the readings which make the score, so that it holds it.
    if (!counts_in(contender, reading, by)) continue;
    const auto range = by.range(ranges_of(reading));
    is_bounded = is_bounded && range.has_value();
    low.add(range ? Score(range->low) : std::nullopt);
    high.add(range ? Score(range->high) : std::nullopt);
  }
  for (const ScoredReading& reading : contender.readings)
    for (std::size_t d = 0; d < dimensions.size(); ++d) dimensions[d].add(reading.dimensions[d].score);
  out.score = score.value();
  if (is_bounded) {
    out.low = low.value();
    out.high = high.value();
  }
  for (const MeanScore& dimension : dimensions) out.dimensions.push_back(dimension.value());
  return out;
}

/// Whether row `a` is at least as good as `b` everywhere, and better somewhere.
bool dominates(const std::vector<Score>& a, const std::vector<Score>& b, const std::vector<Better>& better) {
  bool is_better = false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const double gain = better[i] == Better::higher ? *a[i] - *b[i] : *b[i] - *a[i];
    if (gain < 0) return false;
    is_better = is_better || gain > 0;
  }
  return is_better;
}

}  // namespace

Score reading_value(const ScoredReading& reading, const RankExpression& by) {
  const double value = by.value(scores_of(reading));
  return std::isnan(value) ? std::nullopt : Score(rounded(value));
}

bool counts_in(const Contender& contender, const ScoredReading& reading, const RankExpression& by) {
  return reading_value(reading, by) ||
         std::ranges::none_of(contender.readings,
                              [&](const ScoredReading& one) { return reading_value(one, by).has_value(); });
}

std::vector<std::optional<std::size_t>> competition_ranks(const std::vector<Score>& numbers) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < numbers.size(); ++i)
    if (numbers[i]) order.push_back(i);
  std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return *numbers[a] > *numbers[b]; });
  std::vector<std::optional<std::size_t>> ranks(numbers.size());
  for (std::size_t place = 0; place < order.size(); ++place) {
    const bool is_tie = place > 0 && *numbers[order[place]] == *numbers[order[place - 1]];
    ranks[order[place]] = is_tie ? *ranks[order[place - 1]] : place + 1;
  }
  return ranks;
}

std::vector<std::optional<bool>> pareto_front(const std::vector<std::vector<Score>>& rows,
                                              const std::vector<Better>& better) {
  const auto is_complete = [](const std::vector<Score>& row) {
    return std::ranges::all_of(row, [](const Score& score) { return score.has_value(); });
  };
  std::vector<std::size_t> complete;
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (is_complete(rows[i])) complete.push_back(i);
  std::vector<std::optional<bool>> front(rows.size());
  for (const std::size_t i : complete)
    front[i] = std::ranges::none_of(
        complete, [&](std::size_t other) { return dominates(rows[other], rows[i], better); });
  return front;
}

std::vector<RankedProgram> rank(const std::vector<Contender>& contenders, const RankExpression& by,
                                const Rubric& rubric) {
  std::vector<RankedProgram> ranked;
  std::vector<Score> numbers;
  std::vector<std::vector<Score>> rows;
  for (std::size_t i = 0; i < contenders.size(); ++i) {
    ranked.push_back(scored_mean(contenders[i], i, by, rubric.dimensions().size()));
    const Score& score = ranked.back().score;
    numbers.push_back(score && by.better() == Better::lower ? Score(-*score) : score);
    rows.push_back(ranked.back().dimensions);
  }
  std::vector<Better> better;
  for (const Dimension& dimension : rubric.dimensions()) better.push_back(dimension.better);
  const auto ranks = competition_ranks(numbers);
  const auto front = pareto_front(rows, better);
  for (std::size_t i = 0; i < ranked.size(); ++i) {
    ranked[i].rank = ranks[i];
    ranked[i].on_front = front[i];
  }
  std::ranges::stable_sort(ranked, [](const RankedProgram& a, const RankedProgram& b) {
    return a.rank.value_or(SIZE_MAX) < b.rank.value_or(SIZE_MAX);
  });
  return ranked;
}

}  // namespace ibtikar
