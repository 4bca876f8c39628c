// Ranks from independent comparisons: binomial distributions, and where a rank's interval ends.
#include "stats/rank_intervals.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

namespace ibtikar {
namespace {

using Shares = std::vector<double>;

TEST(PoissonBinomial, IsTheBinomialForEqualProbabilities) {
  EXPECT_EQ(poisson_binomial(Shares{}), Shares{1});
  EXPECT_EQ(poisson_binomial(Shares{0.5, 0.5}), (Shares{0.25, 0.5, 0.25}));
  const Shares ten = poisson_binomial(Shares(10, 0.3));
  EXPECT_NEAR(ten[3], 120 * std::pow(0.3, 3) * std::pow(0.7, 7), 1e-15);
  EXPECT_NEAR(ten[10], std::pow(0.3, 10), 1e-15);
}

TEST(PoissonBinomial, CountsWhatIsCertain) {
  EXPECT_EQ(poisson_binomial(Shares{1, 0, 1}), (Shares{0, 0, 1, 0}));
  EXPECT_EQ(poisson_binomial(Shares{0, 0.25, 1}), (Shares{0, 0.75, 0.25, 0}));
}

TEST(PoissonBinomial, IsZeroWhereItIsNegligible) {
  const Shares coins = poisson_binomial(Shares(200, 0.5));
  EXPECT_EQ(coins.front(), 0) << "2 to the -200";
  EXPECT_EQ(coins.back(), 0);
  EXPECT_NEAR(coins[100], 0.0563484790, 1e-9) << "C(200, 100) / 2^200";
  EXPECT_NEAR(std::accumulate(coins.begin(), coins.end(), 0.0), 1, 1e-12);
  EXPECT_EQ(poisson_binomial(Shares{1e-15})[1], 1e-15) << "not less than the least that matters";
  EXPECT_EQ(poisson_binomial(Shares{0.9e-15})[1], 0);
}

TEST(RankIntervals, BeginAndEndWhereTheDistributionReachesTheShare) {
  const Shares better = {0.1, 0.2, 0.4, 0.2, 0.1};
  EXPECT_EQ(rank_interval(better, 0.5), (RankInterval{2, 4}));
  EXPECT_EQ(rank_interval(better, 0.1), (RankInterval{3, 3}));
  EXPECT_EQ(rank_interval(better, 0.9), (RankInterval{1, 5}));
  EXPECT_EQ(rank_interval(better, 1), (RankInterval{1, 5}));
}

TEST(RankIntervals, ReachAShareThatRoundingMisses) {
  EXPECT_EQ(rank_interval(Shares{0.25, 0.5, 0.25}, 0.5), (RankInterval{1, 2}));
  EXPECT_EQ(rank_interval(Shares{0.25 - 1e-9, 0.5 + 1e-9, 0.25}, 0.5), (RankInterval{1, 2}));
  EXPECT_EQ(rank_interval(Shares{0.25 - 2e-9, 0.5 + 2e-9, 0.25}, 0.5), (RankInterval{2, 2}));
  EXPECT_EQ(rank_interval(Shares{0.25, 0.5 - 2e-9, 0.25 + 2e-9}, 0.5), (RankInterval{1, 3}));
}

TEST(RankIntervals, OfWhatIsCertainAreOneRank) {
  EXPECT_EQ(rank_interval(Shares{1, 0, 0}, 0.9), (RankInterval{1, 1}));
  EXPECT_EQ(rank_interval(Shares{0, 0, 1}, 0.9), (RankInterval{3, 3}));
  EXPECT_EQ(rank_interval(Shares{1}, 0.5), (RankInterval{1, 1}));
}

}  // namespace
}  // namespace ibtikar
