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
  EXPECT_NEAR(*krippendorff_alpha(kObservers, Metric::nominal).value, 0.743, 0.0005);
  EXPECT_NEAR(*krippendorff_alpha(kObservers, Metric::ordinal).value, 0.815, 0.0005);
  EXPECT_NEAR(*krippendorff_alpha(kObservers, Metric::interval).value, 0.849, 0.0005);
  EXPECT_NEAR(*krippendorff_alpha(kObservers, Metric::ratio).value, 0.797, 0.0005);
}

TEST(KrippendorffAlpha, IsOneForFullAgreementAndNegativeBelowChance) {
  EXPECT_EQ(krippendorff_alpha({{1, 1}, {2, 2}, {4, 4}}, Metric::ordinal).value, 1.0);
  EXPECT_LT(*krippendorff_alpha({{1, 4}, {4, 1}}, Metric::ordinal).value, 0.0);
}

TEST(KrippendorffAlpha, OrdinalKnowsTheOrderOnly) {
  const std::vector<Ratings> near = {{0, 1}, {2, 2}, {1, 1}, {2, 1}};
  const std::vector<Ratings> far = {{0, 1}, {100, 100}, {1, 1}, {100, 1}};
  EXPECT_EQ(krippendorff_alpha(near, Metric::ordinal), krippendorff_alpha(far, Metric::ordinal));
  EXPECT_NE(krippendorff_alpha(near, Metric::interval), krippendorff_alpha(far, Metric::interval));
}

TEST(KrippendorffAlpha, SaysWhyItCannotBeTold) {
  const auto why = [](const std::vector<Ratings>& units, Metric metric) {
    const Estimate alpha = krippendorff_alpha(units, metric);
    EXPECT_FALSE(alpha.value);
    return alpha.undefined;
  };
  EXPECT_EQ(why({}, Metric::ordinal), Undefined::no_pairs);
  EXPECT_EQ(why({{1, kOpen}, {kOpen, 2}}, Metric::ordinal), Undefined::no_pairs);
  for (const Metric metric : {Metric::nominal, Metric::ordinal, Metric::interval, Metric::ratio})
    EXPECT_EQ(why({{0.1, 0.1}, {0.1, 0.1}, {7, kOpen}}, metric), Undefined::constant);
  EXPECT_EQ(why({{-1, 1}, {0, 0}}, Metric::ratio), Undefined::below_zero);
  EXPECT_EQ(krippendorff_alpha({{0, 0}, {0, 3}}, Metric::ratio).undefined, std::nullopt) << "0/0 is 0";
}

TEST(KrippendorffAlpha, OfWhetherAnsweredCountsTheOpenOnes) {
  const std::vector<Ratings> whether = whether_answered({{3, kOpen}, {kOpen, kOpen}, {1, 2}});
  EXPECT_EQ(whether, (std::vector<Ratings>{{1, 0}, {0, 0}, {1, 1}}));
}

TEST(AlphaInterval, IsTheSameForTheSameSeedOnly) {
  std::vector<std::vector<Ratings>> programs;
  for (const Ratings& unit : kObservers) programs.push_back({unit});
  const AlphaEstimate first = krippendorff_alpha(programs, Metric::ordinal, {.seed = 3});
  EXPECT_EQ(krippendorff_alpha(programs, Metric::ordinal, {.seed = 3}), first);
  EXPECT_NE(krippendorff_alpha(programs, Metric::ordinal, {.seed = 4}).interval, first.interval);
  EXPECT_DOUBLE_EQ(*first.alpha.value, *krippendorff_alpha(kObservers, Metric::ordinal).value);
  ASSERT_TRUE(first.interval);
  EXPECT_LT(first.interval->low, *first.alpha.value);
  EXPECT_GT(first.interval->high, *first.alpha.value);
  EXPECT_EQ(first.replicates, 1000u);
  const AlphaEstimate narrow = krippendorff_alpha(programs, Metric::ordinal, {.seed = 3, .level = 0.5});
  EXPECT_GT(narrow.interval->low, first.interval->low);
}

TEST(AlphaInterval, IsNoneWhereReplicatesSayNothing) {
  EXPECT_FALSE(krippendorff_alpha({{{1, 2}, {2, 2}}}, Metric::nominal, {}).interval) << "one program";
  // Without the one program that differs, a replicate is constant: (7/8)^8 = 34 % of them.
  std::vector<std::vector<Ratings>> programs(7, {{1, 1}});
  programs.push_back({{2, 2}});
  const AlphaEstimate most = krippendorff_alpha(programs, Metric::nominal, {});
  EXPECT_GT(most.replicates, 600u);
  EXPECT_LT(most.replicates, 720u);
  EXPECT_EQ(most.interval, (Interval{1, 1}));
  const AlphaEstimate none = krippendorff_alpha({{{1, 1}}, {{1, 1}}}, Metric::nominal, {});
  EXPECT_EQ(none.alpha.undefined, Undefined::constant);
  EXPECT_FALSE(none.interval);
}

/// Units with each value so often: six ratings of thirty patients, in five classes. J. L. Fleiss (1971),
/// table 1.
std::vector<Ratings> fleiss_table() {
  constexpr int kTimes[30][5] = {
      {0, 0, 0, 6, 0}, {0, 3, 0, 0, 3}, {0, 1, 4, 0, 1}, {0, 0, 0, 0, 6}, {0, 3, 0, 3, 0}, {2, 0, 4, 0, 0},
      {0, 0, 4, 0, 2}, {2, 0, 3, 1, 0}, {2, 0, 0, 4, 0}, {0, 0, 0, 0, 6}, {1, 0, 0, 5, 0}, {1, 1, 0, 4, 0},
      {0, 3, 3, 0, 0}, {1, 0, 0, 5, 0}, {0, 2, 0, 3, 1}, {0, 0, 5, 0, 1}, {3, 0, 0, 1, 2}, {5, 1, 0, 0, 0},
      {0, 2, 0, 4, 0}, {1, 0, 2, 0, 3}, {0, 0, 0, 0, 6}, {0, 1, 0, 5, 0}, {0, 2, 0, 1, 3}, {2, 0, 0, 4, 0},
      {1, 0, 0, 4, 1}, {0, 5, 0, 1, 0}, {4, 0, 0, 0, 2}, {0, 2, 0, 4, 0}, {1, 0, 5, 0, 0}, {0, 0, 0, 0, 6}};
  std::vector<Ratings> units;
  for (const auto& times : kTimes) {
    Ratings unit;
    for (int value = 0; value < 5; ++value)
      for (int i = 0; i < times[value]; ++i) unit.emplace_back(value);
    units.push_back(std::move(unit));
  }
  return units;
}

TEST(FleissKappa, IsThatOfThePublishedExample) {
  EXPECT_NEAR(*percent_agreement(fleiss_table()).value, 0.5556, 0.0005);
  EXPECT_NEAR(*fleiss_kappa(fleiss_table()).value, 0.430, 0.0005);
}

/// K. L. Gwet's package irrCAC prints these for the same twelve units (data set cac.raw4raters).
TEST(GwetCoefficients, AreThoseOfThePublishedExample) {
  EXPECT_NEAR(*percent_agreement(kObservers).value, 0.81818, 0.00001);
  EXPECT_NEAR(*gwet_ac1(kObservers).value, 0.77544, 0.00001);
  EXPECT_NEAR(*fleiss_kappa(kObservers).value, 0.76117, 0.00001);
}

/// irrCAC's vignette on weights: those for three values are 1, 2/3 and 0.
TEST(GwetCoefficients, WeighNeighboursAsInPartAgreeing) {
  // Observed: (1 + 2/3) / 2. Shares 1/4, 1/2, 1/4; the weights' sum is 3 + 4 * 2/3 over 3 * 2.
  const double observed = (1 + 2.0 / 3) / 2;
  const double chance = (3 + 8.0 / 3) / 6 * (2 * 3.0 / 16 + 1.0 / 4);
  const std::vector<Ratings> units = {{2, 1}, {3, 2}, {2, 1}, {2, 3}, {1, 1}, {2, 2}, {3, 3}, {2, 2}};
  EXPECT_NEAR(*gwet_ac2(units).value, (observed - chance) / (1 - chance), 1e-12);
}

TEST(GwetCoefficients, DependOnTheScaleThatCouldBeUsed) {
  const std::vector<Ratings> units = {{1, 1}, {2, 2}, {1, 2}};
  const std::vector<double> scale = {0, 1, 2, 3};
  EXPECT_GT(*gwet_ac1(units, scale).value, *gwet_ac1(units).value);
  EXPECT_GT(*gwet_ac2(units, scale).value, *gwet_ac1(units, scale).value);
  EXPECT_EQ(gwet_ac1(units).value, gwet_ac2(units).value) << "two values have one distance";
}

/// Two assessors say yes to nearly everything: kappa falls below 0, AC1 stays (the paradox of kappa).
TEST(GwetCoefficients, StayHighWhereNearlyAllRatingsAreTheSame) {
  std::vector<Ratings> units(48, {1, 1});
  units.push_back({0, 1});
  units.push_back({1, 0});
  EXPECT_LT(*fleiss_kappa(units).value, 0);
  EXPECT_GT(*gwet_ac1(units).value, 0.9);
}

TEST(ChanceCorrected, SaysWhyItCannotBeTold) {
  for (const auto& figure : {fleiss_kappa({{2, 2}, {2, 2}}), gwet_ac1({{2, 2}}, std::vector<double>{1, 2}),
                             gwet_ac2({{2, 2}, {2, kOpen}})}) {
    EXPECT_EQ(figure.undefined, Undefined::constant);
    EXPECT_FALSE(figure.value);
  }
  EXPECT_EQ(percent_agreement({{2, 2}, {2, 2}}).value, 1.0);
  EXPECT_EQ(percent_agreement({{2, kOpen}, {kOpen}, {}}).undefined, Undefined::no_pairs);
  EXPECT_EQ(fleiss_kappa({}).undefined, Undefined::no_pairs);
  EXPECT_EQ(gwet_ac2({{1, kOpen}, {2}}).undefined, Undefined::no_pairs);
}

}  // namespace
}  // namespace ibtikar
