// The distribution of a rank, from the probabilities that each other item is better.
#pragma once

#include <span>
#include <vector>

#include "ibtikar/severity.h"

namespace ibtikar {

/// How many of independent events happen: the Poisson-binomial distribution. Probabilities of 0, 1,
/// and so on; what lies outside a window of the counts that matter (1e-15 each side and step) is 0.
/// Cost: events times the width of the window, about 16 standard deviations.
[[nodiscard]] std::vector<double> poisson_binomial(std::span<const double> probabilities);

/// The middle `share` of the ranks of an item, each other one of which is better with its
/// probability: from the first rank at which the distribution reaches (1 - share) / 2 to the first at
/// which it reaches (1 + share) / 2. `better` is the distribution of how many are better.
[[nodiscard]] RankInterval rank_interval(std::span<const double> better, double share);

}  // namespace ibtikar
