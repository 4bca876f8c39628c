// See rank_intervals.h.
#include "stats/rank_intervals.h"

#include <cstddef>

namespace ibtikar {
namespace {

constexpr double kNegligible = 1e-15;

}  // namespace

std::vector<double> poisson_binomial(std::span<const double> probabilities) {
  std::vector<double> counts(probabilities.size() + 1, 0.0);
  counts[0] = 1;
  std::size_t low = 0;
  std::size_t high = 0;
  for (const double probability : probabilities) {
    ++high;
    for (std::size_t count = high; count > low; --count)
      counts[count] = counts[count] * (1 - probability) + counts[count - 1] * probability;
    counts[low] *= 1 - probability;
    while (low < high && counts[low] < kNegligible) counts[low++] = 0;
    while (high > low && counts[high] < kNegligible) counts[high--] = 0;
  }
  return counts;
}

RankInterval rank_interval(std::span<const double> better, double share) {
  // The sums of a distribution carry rounding errors: 1/4 reached exactly is reached.
  constexpr double kReachedWithin = 1e-9;
  const auto first_at = [&](double level) {
    double sum = 0;
    for (std::size_t count = 0; count < better.size(); ++count) {
      sum += better[count];
      if (sum >= level - kReachedWithin) return count + 1;
    }
    return better.size();
  };
  return {first_at((1 - share) / 2), first_at((1 + share) / 2)};
}

}  // namespace ibtikar
