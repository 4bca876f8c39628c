// Krippendorff's alpha at its edges: far from zero, few programs, replicates that say nothing.
#include <gtest/gtest.h>

#include "ibtikar/agreement.h"

namespace ibtikar {
namespace {

/// Values of a billion and a little agree as much as the little alone.
TEST(AlphaEdges, DoesNotDependOnWhereAnIntervalScaleBegins) {
  const auto units_from = [](double begin) {
    return std::vector<Ratings>{{begin + 1, begin + 2}, {begin + 2, begin + 2}, {begin + 5, begin + 4},
                                {begin + 1, begin + 1}, {begin + 3, begin + 4}, {begin + 4, begin + 4},
                                {begin + 2, begin + 5}};
  };
  const double alpha = *krippendorff_alpha(units_from(0), Metric::interval).value;
  EXPECT_NEAR(*krippendorff_alpha(units_from(1e9), Metric::interval).value, alpha, 1e-9);
  EXPECT_NEAR(*krippendorff_alpha(units_from(-1e9), Metric::interval).value, alpha, 1e-9);
}

TEST(AlphaEdges, HasAnIntervalFromTwoProgramsOn) {
  const std::vector<Ratings> mixed = {{1, 2}, {2, 2}, {1, 1}};
  const std::vector<Ratings> other = {{1, 1}, {2, 1}, {2, 2}, {2, 2}};
  EXPECT_FALSE(krippendorff_alpha({mixed}, Metric::nominal, {}).interval);
  const AlphaEstimate two = krippendorff_alpha({mixed, other}, Metric::nominal, {});
  EXPECT_TRUE(two.interval);
  EXPECT_EQ(two.replicates, 1000u);
}

/// Six programs without a pair. A replicate has an alpha only if it has both of the others: 41 % of them.
std::vector<std::vector<Ratings>> mostly_single() {
  std::vector<std::vector<Ratings>> programs(6, {{1, std::nullopt}});
  programs.push_back({{1, 1}});
  programs.push_back({{2, 2}});
  return programs;
}

TEST(AlphaEdges, HasNoIntervalIfMostReplicatesSayNothing) {
  const AlphaEstimate most = krippendorff_alpha(mostly_single(), Metric::nominal, {});
  EXPECT_EQ(most.alpha.value, 1.0);
  EXPECT_GT(most.replicates, 350u);
  EXPECT_LT(most.replicates, 470u);
  EXPECT_FALSE(most.interval);
  EXPECT_FALSE(krippendorff_alpha(mostly_single(), Metric::nominal, {.replicates = 0}).interval);
}

TEST(AlphaEdges, HasAnIntervalIfHalfOfTheReplicatesHaveAnAlpha) {
  bool tried = false;
  for (std::uint64_t seed = 1; seed < 20; ++seed) {
    const AlphaEstimate two =
        krippendorff_alpha(mostly_single(), Metric::nominal, {.seed = seed, .replicates = 2});
    EXPECT_EQ(two.interval.has_value(), two.replicates >= 1) << seed;
    tried = tried || two.replicates == 1;
  }
  EXPECT_TRUE(tried);
}

}  // namespace
}  // namespace ibtikar
