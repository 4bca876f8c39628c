// Intraclass correlations at their edges: no variance of a kind, tables with gaps, intervals below 0.
#include <gtest/gtest.h>

#include "ibtikar/intraclass.h"

namespace ibtikar {
namespace {

/// All programs have the same mean: F is 0, and nothing bounds the figures for a mean.
TEST(IntraclassEdges, EqualMeansHaveNoIntervalOfMeans) {
  const std::vector<std::vector<Ratings>> tables = {{{1, 2}, {2, 1}, {1, 2}},
                                                    {{1, 2, 3}, {2, 3, 1}, {3, 1, 2}},
                                                    {{4, 8, 0}, {4, 4, 4}, {8, 3, 1}, {2, 2, 8}}};
  for (const std::vector<Ratings>& table : tables) {
    const IntraclassCorrelations icc = intraclass_correlations(table);
    EXPECT_EQ(icc.icc1.test->f, 0);
    EXPECT_EQ(icc.icc1.test->p, 1);
    EXPECT_FALSE(icc.icc1k.interval);
    EXPECT_FALSE(icc.icc3k.interval);
    EXPECT_FALSE(icc.icc2.interval);
    EXPECT_FALSE(icc.icc2k.interval);
    EXPECT_EQ(icc.program_variance, 0);
  }
}

/// The harmonic mean of 3, 3, 3, 3 and 3 is 3 to the last digit.
TEST(IntraclassEdges, AWholeTableHasAsManyReadingsAsAssessors) {
  const IntraclassCorrelations icc =
      intraclass_correlations({{1, 2, 3}, {2, 3, 5}, {4, 4, 4}, {7, 6, 9}, {1, 1, 2}});
  EXPECT_EQ(icc.k, 3);
}

TEST(IntraclassEdges, SharesAddUpWithGaps) {
  constexpr std::nullopt_t kGap = std::nullopt;
  const IntraclassCorrelations icc = intraclass_correlations(
      {{9, 2, 5, 8}, {6, kGap, 3, 2}, {8, 4, 6, 8}, {7, 1, 2, 6}, {10, 5, kGap, 9}, {6, 2, 4, 7}});
  ASSERT_TRUE(icc.by_likelihood);
  EXPECT_GT(icc.assessor_variance, 0);
  const double all = icc.program_variance + icc.assessor_variance + icc.error_variance;
  EXPECT_NEAR(*icc.icc2.estimate.value, icc.program_variance / all, 1e-12);
  const double of_mean = icc.program_variance + (icc.assessor_variance + icc.error_variance) / icc.k;
  EXPECT_NEAR(*icc.icc2k.estimate.value, icc.program_variance / of_mean, 1e-12);
}

/// Spearman and Brown's formula holds as long as a mean has a variance, below 0 too.
TEST(IntraclassEdges, TheIntervalOfMeansIsSteppedUpFromBelowZero) {
  const IntraclassCorrelations icc = intraclass_correlations({{1, 3}, {2, 2}, {4, 2}, {3, 5}, {2, 3}});
  ASSERT_TRUE(icc.icc2.interval);
  const double low = icc.icc2.interval->low;
  EXPECT_LT(low, -1.0 / 3);
  ASSERT_TRUE(icc.icc2k.interval);
  EXPECT_NEAR(icc.icc2k.interval->low, 2 * low / (1 + low), 1e-12);
  const double high = icc.icc2.interval->high;
  EXPECT_NEAR(icc.icc2k.interval->high, 2 * high / (1 + high), 1e-12);
}

}  // namespace
}  // namespace ibtikar
