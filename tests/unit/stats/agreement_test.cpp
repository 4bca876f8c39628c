// Agreement figures: the published worked examples, and what cannot be told.
#include "ibtikar/agreement.h"

#include <gtest/gtest.h>

namespace ibtikar {
namespace {

constexpr std::nullopt_t kOpen = std::nullopt;

/// Krippendorff (2011): four observers, twelve units, gaps.
const std::vector<Ratings> kObservers = {{1, 1, kOpen, 1}, {2, 2, 3, 2},         {3, 3, 3, 3},
                                         {3, 3, 3, 3},     {2, 2, 2, 2},         {1, 2, 3, 4},
                                         {4, 4, 4, 4},     {1, 1, 2, 1},         {2, 2, 2, 2},
                                         {kOpen, 5, 5, 5}, {kOpen, kOpen, 1, 1}, {kOpen, 3, kOpen, kOpen}};

TEST(KrippendorffAlpha, IsThatOfThePublishedExample) {
  EXPECT_NEAR(*krippendorff_alpha(kObservers, Metric::nominal), 0.743, 0.0005);
  EXPECT_NEAR(*krippendorff_alpha(kObservers, Metric::ordinal), 0.815, 0.0005);
  EXPECT_NEAR(*krippendorff_alpha(kObservers, Metric::interval), 0.849, 0.0005);
}

TEST(KrippendorffAlpha, IsOneForFullAgreementAndNegativeBelowChance) {
  EXPECT_EQ(krippendorff_alpha({{1, 1}, {2, 2}, {4, 4}}, Metric::ordinal), 1.0);
  EXPECT_LT(*krippendorff_alpha({{1, 4}, {4, 1}}, Metric::ordinal), 0.0);
}

TEST(KrippendorffAlpha, OrdinalKnowsTheOrderOnly) {
  const std::vector<Ratings> near = {{0, 1}, {2, 2}, {1, 1}, {2, 1}};
  const std::vector<Ratings> far = {{0, 1}, {100, 100}, {1, 1}, {100, 1}};
  EXPECT_EQ(krippendorff_alpha(near, Metric::ordinal), krippendorff_alpha(far, Metric::ordinal));
  EXPECT_NE(krippendorff_alpha(near, Metric::interval), krippendorff_alpha(far, Metric::interval));
}

TEST(KrippendorffAlpha, IsNothingWhereAgreementCannotBeTold) {
  EXPECT_EQ(krippendorff_alpha({}, Metric::ordinal), std::nullopt);
  EXPECT_EQ(krippendorff_alpha({{1, kOpen}, {kOpen, 2}}, Metric::ordinal), std::nullopt) << "no pair";
  EXPECT_EQ(krippendorff_alpha({{3, 3}, {3, 3}}, Metric::ordinal), std::nullopt) << "all the same";
}

/// Shrout and Fleiss (1979), their table 2: six targets, four judges.
const std::vector<std::vector<double>> kJudges = {{9, 2, 5, 8}, {6, 1, 3, 2},  {8, 4, 6, 8},
                                                  {7, 1, 2, 6}, {10, 5, 6, 9}, {6, 2, 4, 7}};

TEST(IntraclassCorrelation, IsThatOfThePublishedExample) {
  EXPECT_NEAR(*intraclass_correlation(kJudges), 0.29, 0.005);
}

TEST(IntraclassCorrelation, CountsAConstantDifferenceBetweenAssessorsAsDisagreement) {
  EXPECT_EQ(intraclass_correlation({{10, 10}, {20, 20}, {30, 30}}), 1.0);
  EXPECT_LT(*intraclass_correlation({{10, 40}, {20, 50}, {30, 60}}), 0.5);
}

TEST(IntraclassCorrelation, IsNothingWhereItCannotBeTold) {
  EXPECT_EQ(intraclass_correlation({}), std::nullopt);
  EXPECT_EQ(intraclass_correlation({{1, 2}}), std::nullopt) << "one program";
  EXPECT_EQ(intraclass_correlation({{1}, {2}}), std::nullopt) << "one assessor";
  EXPECT_EQ(intraclass_correlation({{5, 5}, {5, 5}}), std::nullopt) << "all the same";
}

}  // namespace
}  // namespace ibtikar
