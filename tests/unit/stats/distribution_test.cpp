// A distribution: numbers in hundredths, and what is computed of them. Worked out by hand.
#include <gtest/gtest.h>

#include <initializer_list>

#include "ibtikar/summary.h"

namespace ibtikar::test {
namespace {

Distribution distribution_of(std::initializer_list<double> values) {
  Distribution all(100);
  for (const double value : values) all.add(value);
  return all;
}

TEST(Distribution, OfNothingHasNoFigures) {
  const Distribution none(100);
  EXPECT_EQ(none.count(), 0U);
  EXPECT_EQ(none.mean(), std::nullopt);
  EXPECT_EQ(none.standard_deviation(), std::nullopt);
  EXPECT_EQ(none.quantile(0.5), std::nullopt);
}

TEST(Distribution, OfOneNumberHasNoDeviation) {
  const Distribution one = distribution_of({12.34});
  EXPECT_EQ(one.mean(), 12.34);
  EXPECT_EQ(one.standard_deviation(), std::nullopt);
  EXPECT_EQ(one.quantile(0), 12.34);
  EXPECT_EQ(one.quantile(1), 12.34);
}

TEST(Distribution, OfTwoNumbersHasTheDeviationOfASample) {
  const Distribution two = distribution_of({3, 5});
  EXPECT_EQ(two.count(), 2U);
  EXPECT_EQ(two.mean(), 4);
  EXPECT_NEAR(two.standard_deviation().value(), 1.4142135623730951, 1e-12);  // sqrt((1 + 1) / 1)
}

TEST(Distribution, CountsANumberAsOftenAsItOccurred) {
  Distribution all(100);
  all.add(2, 1);
  all.add(4, 3);
  all.add(5, 2);
  all.add(7, 1);
  all.add(9, 1);
  EXPECT_EQ(all.count(), 8U);
  EXPECT_EQ(all.mean(), 5);
  EXPECT_NEAR(all.standard_deviation().value(), 2.1380899352993950, 1e-12);  // sqrt(32 / 7)
}

TEST(Distribution, RoundsToHundredths) {
  const Distribution all = distribution_of({0.006, 33.333});
  EXPECT_EQ(all.counts()[1], 1U);
  EXPECT_EQ(all.counts()[3333], 1U);
}

/// Those of R: quantile(c(1, 2, 4, 8), type = 7).
TEST(Distribution, InterpolatesQuantiles) {
  const Distribution all = distribution_of({8, 1, 4, 2});
  EXPECT_EQ(all.quantile(0), 1);
  EXPECT_EQ(all.quantile(0.25), 1.75);
  EXPECT_EQ(all.quantile(0.5), 3);
  EXPECT_EQ(all.quantile(0.75), 5);
  EXPECT_EQ(all.quantile(1), 8);
}

TEST(Distribution, HasTenPartsTheLastOfWhichHoldsTheGreatest) {
  const std::array<std::uint64_t, 10> scores{1, 2, 0, 0, 0, 0, 0, 0, 0, 2};
  EXPECT_EQ(distribution_of({9.99, 10, 19.99, 90, 100}).histogram(), scores);
  Distribution completeness(1);
  completeness.add(0.09);
  completeness.add(0.1);
  completeness.add(1);
  const std::array<std::uint64_t, 10> parts{1, 1, 0, 0, 0, 0, 0, 0, 0, 1};
  EXPECT_EQ(completeness.histogram(), parts);
}

TEST(Distribution, MergedIsThatOfAll) {
  Distribution all = distribution_of({1, 100});
  all.merge(distribution_of({1, 50.5}));
  EXPECT_EQ(all, distribution_of({1, 1, 50.5, 100}));
  EXPECT_EQ(all.count(), 4U);
}

}  // namespace
}  // namespace ibtikar::test
