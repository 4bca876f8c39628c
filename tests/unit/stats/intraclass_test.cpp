// Intraclass correlations: the published example with its tests and intervals, and what cannot be told.
#include "ibtikar/intraclass.h"

#include <gtest/gtest.h>

#include "stats/f_distribution.h"

namespace ibtikar {
namespace {

constexpr std::nullopt_t kMissing = std::nullopt;

/// Shrout and Fleiss (1979), their table 2: six targets, four judges.
const std::vector<Ratings> kJudges = {{9, 2, 5, 8}, {6, 1, 3, 2},  {8, 4, 6, 8},
                                      {7, 1, 2, 6}, {10, 5, 6, 9}, {6, 2, 4, 7}};

TEST(IntraclassCorrelations, AreThoseOfThePublishedExample) {
  const IntraclassCorrelations icc = intraclass_correlations(kJudges);
  EXPECT_NEAR(*icc.icc1.estimate.value, 0.17, 0.005);
  EXPECT_NEAR(*icc.icc2.estimate.value, 0.29, 0.005);
  EXPECT_NEAR(*icc.icc3.estimate.value, 0.71, 0.006) << "0.7148";
  EXPECT_NEAR(*icc.icc1k.estimate.value, 0.44, 0.005);
  EXPECT_NEAR(*icc.icc2k.estimate.value, 0.62, 0.005);
  EXPECT_NEAR(*icc.icc3k.estimate.value, 0.91, 0.005);
  EXPECT_EQ(icc.programs, 6u);
  EXPECT_EQ(icc.assessors, 4u);
  EXPECT_EQ(icc.k, 4);
  EXPECT_FALSE(icc.by_likelihood);
}

struct Printed {
  double f, df1, df2, p, low, high;
};

void expect_as_printed(const Intraclass& icc, const Printed& printed) {
  ASSERT_TRUE(icc.test && icc.interval);
  EXPECT_NEAR(icc.test->f, printed.f, 0.06);
  EXPECT_EQ(icc.test->df1, printed.df1);
  EXPECT_EQ(icc.test->df2, printed.df2);
  EXPECT_NEAR(icc.test->p, printed.p, 0.00001);
  EXPECT_NEAR(icc.interval->low, printed.low, 0.0006);
  EXPECT_NEAR(icc.interval->high, printed.high, 0.006);
}

/// W. Revelle's package psych prints these for the same table (help page of ICC).
TEST(IntraclassCorrelations, HaveThePublishedTestsAndIntervals) {
  const IntraclassCorrelations icc = intraclass_correlations(kJudges);
  expect_as_printed(icc.icc1, {1.8, 5, 18, 0.16477, -0.133, 0.72});
  expect_as_printed(icc.icc2, {11.0, 5, 15, 0.00013, 0.019, 0.76});
  expect_as_printed(icc.icc3, {11.0, 5, 15, 0.00013, 0.342, 0.95});
  expect_as_printed(icc.icc1k, {1.8, 5, 18, 0.16477, -0.884, 0.91});
  expect_as_printed(icc.icc2k, {11.0, 5, 15, 0.00013, 0.071, 0.93});
  expect_as_printed(icc.icc3k, {11.0, 5, 15, 0.00013, 0.676, 0.99});
}

TEST(IntraclassCorrelations, CountASevereAssessorAsDisagreementOrNot) {
  const IntraclassCorrelations same = intraclass_correlations({{10, 10}, {20, 20}, {30, 30}});
  EXPECT_EQ(same.icc2.estimate.value, 1.0);
  EXPECT_FALSE(same.icc2.test) << "no error: F would be infinite";
  EXPECT_FALSE(same.icc1.interval);
  const IntraclassCorrelations apart = intraclass_correlations({{10, 40}, {20, 50}, {30, 60}});
  EXPECT_LT(*apart.icc2.estimate.value, 0.5);
  EXPECT_EQ(apart.icc3.estimate.value, 1.0);
  EXPECT_LT(*apart.icc1.estimate.value, 0.0);
}

TEST(IntraclassCorrelations, LeaveOutEmptyRowsAndColumns) {
  std::vector<Ratings> table = kJudges;
  for (Ratings& row : table) row.insert(row.begin(), kMissing);
  table.emplace_back(5, kMissing);
  EXPECT_EQ(intraclass_correlations(table), intraclass_correlations(kJudges));
}

TEST(IntraclassCorrelations, AreByLikelihoodWhereScoresAreMissing) {
  std::vector<Ratings> table = kJudges;
  table[1][2] = kMissing;
  table[4][0] = kMissing;
  const IntraclassCorrelations icc = intraclass_correlations(table);
  EXPECT_TRUE(icc.by_likelihood);
  EXPECT_NEAR(icc.k, 6 / (4.0 / 4 + 2.0 / 3), 1e-12);
  EXPECT_FALSE(icc.icc1.test);
  EXPECT_FALSE(icc.icc3.interval);
  EXPECT_GT(*icc.icc3.estimate.value, *icc.icc2.estimate.value);
  EXPECT_GT(*icc.icc2k.estimate.value, *icc.icc2.estimate.value);
  EXPECT_NEAR(*icc.icc3.estimate.value, icc.program_variance / (icc.program_variance + icc.error_variance),
              1e-12);
}

TEST(IntraclassCorrelations, SayWhyTheyCannotBeTold) {
  const auto why = [](const std::vector<Ratings>& table) {
    const IntraclassCorrelations icc = intraclass_correlations(table);
    EXPECT_EQ(icc.icc1.estimate.undefined, icc.undefined);
    EXPECT_EQ(icc.icc3k.estimate.undefined, icc.undefined);
    return icc.undefined;
  };
  EXPECT_EQ(why({}), Undefined::few_programs);
  EXPECT_EQ(why({{1, 2}, {kMissing, kMissing}}), Undefined::few_programs);
  EXPECT_EQ(why({{1}, {2}}), Undefined::few_assessors);
  EXPECT_EQ(why({{1, kMissing}, {kMissing, 2}}), Undefined::no_pairs);
  EXPECT_EQ(why({{5, 5}, {5, 5}}), Undefined::constant);
}

TEST(IntraclassCorrelations, SayWhyASingleFormCannotBeTold) {
  const IntraclassCorrelations equal_means = intraclass_correlations({{1, 2}, {2, 1}, {1, 2}});
  EXPECT_FALSE(equal_means.undefined);
  EXPECT_EQ(equal_means.icc1.estimate.value, -1.0);
  EXPECT_EQ(equal_means.icc1k.estimate.undefined, Undefined::no_variance);
  EXPECT_EQ(equal_means.icc3k.estimate.undefined, Undefined::no_variance);
}

TEST(FDistribution, IsThatOfTheTables) {
  // Any table of the upper 5, 2.5 and 1 %.
  EXPECT_NEAR(f_quantile(0.95, 5, 15), 2.9013, 0.00005);
  EXPECT_NEAR(f_quantile(0.975, 5, 15), 3.5764, 0.00005);
  EXPECT_NEAR(f_quantile(0.99, 1, 1), 4052.18, 0.005);
  EXPECT_NEAR(f_quantile(0.95, 1, 10), 4.9646, 0.00005);
  EXPECT_NEAR(f_quantile(0.95, 120, 120), 1.3519, 0.00005);
  EXPECT_NEAR(f_above(4.9646, 1, 10), 0.05, 0.00001);
  EXPECT_EQ(f_above(0, 3, 4), 1);
}

TEST(FDistribution, HasTheClosedFormsOfTheBetaFunction) {
  EXPECT_NEAR(regularized_beta(0.5, 2, 3), 11.0 / 16, 1e-14);  // a binomial of 4: 2 or more
  EXPECT_NEAR(regularized_beta(0.3, 1, 1), 0.3, 1e-15);
  EXPECT_NEAR(regularized_beta(0.2, 1, 7), 1 - 0.2097152, 1e-14);  // 1 - (1 - x)^b
  EXPECT_NEAR(regularized_beta(0.9, 500, 3), 1 - regularized_beta(0.1, 3, 500), 1e-14);
  EXPECT_EQ(regularized_beta(0, 2, 2), 0);
  EXPECT_EQ(regularized_beta(1, 2, 2), 1);
}

TEST(FDistribution, IsInvertedInBothTails) {
  for (const double df1 : {1.0, 2.5, 19.0, 1000.0})
    for (const double df2 : {1.0, 3.7, 60.0})
      for (const double probability : {0.001, 0.025, 0.5, 0.975, 0.999})
        EXPECT_NEAR(1 - f_above(f_quantile(probability, df1, df2), df1, df2), probability, 1e-9)
            << df1 << " " << df2 << " " << probability;
}

}  // namespace
}  // namespace ibtikar
