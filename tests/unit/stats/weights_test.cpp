// Weights: published examples, closed forms, and what all methods promise.
#include "ibtikar/weights.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

namespace ibtikar {
namespace {

/// A matrix of judgements, above its diagonal.
std::vector<PairJudgement> judgements_of(const std::vector<std::vector<double>>& matrix) {
  std::vector<PairJudgement> all;
  for (std::size_t i = 0; i < matrix.size(); ++i)
    for (std::size_t j = i + 1; j < matrix.size(); ++j) all.push_back({i, j, matrix[i][j]});
  return all;
}

/// Y.-M. Wang and K.-S. Chin (2011), as the package pymcdm has it: weights, eigenvalue and ratio.
TEST(AhpWeights, AreThoseOfThePublishedExample) {
  const AhpResult result = ahp_weights(6, judgements_of({{1, 4, 3, 1, 3, 4},
                                                         {1.0 / 4, 1, 7, 3, 1.0 / 5, 1},
                                                         {1.0 / 3, 1.0 / 7, 1, 1.0 / 5, 1.0 / 5, 1.0 / 6},
                                                         {1, 1.0 / 3, 5, 1, 1, 1.0 / 3},
                                                         {1.0 / 3, 5, 5, 1, 1, 3},
                                                         {1.0 / 4, 1, 6, 3, 1.0 / 3, 1}}));
  const std::vector<double> published = {0.3208, 0.1395, 0.0348, 0.1285, 0.2374, 0.1391};
  for (std::size_t i = 0; i < published.size(); ++i) EXPECT_NEAR(result.weights[i], published[i], 6e-5);
  EXPECT_NEAR(result.lambda, 7.41987, 5e-6);
  EXPECT_NEAR(*result.ratio, 0.229, 5e-5);
  EXPECT_GT(*result.ratio, kInconsistent);
  // The judgement furthest from its weights: the second matters a fifth of the fifth.
  EXPECT_TRUE(std::ranges::is_sorted(result.misfits, std::ranges::greater(), &Misfit::factor));
  EXPECT_EQ(result.misfits.size(), 15U);
}

TEST(AhpWeights, OfJudgementsThatFitAreTheirRatios) {
  const AhpResult result = ahp_weights(3, judgements_of({{1, 2, 6}, {0, 1, 3}, {0, 0, 1}}));
  EXPECT_NEAR(result.weights[0], 0.6, 1e-14);
  EXPECT_NEAR(result.weights[1], 0.3, 1e-14);
  EXPECT_NEAR(result.weights[2], 0.1, 1e-14);
  EXPECT_NEAR(result.lambda, 3, 1e-13);
  EXPECT_NEAR(*result.ratio, 0, 1e-13);
  EXPECT_NEAR(result.misfits.front().factor, 1, 1e-13);
}

TEST(AhpWeights, NameTheJudgementThatContradictsTheOthers) {
  // All fit 4 : 2 : 1 : 1, but the last pair.
  const AhpResult result =
      ahp_weights(4, judgements_of({{1, 2, 4, 4}, {0, 1, 2, 2}, {0, 0, 1, 9}, {0, 0, 0, 1}}));
  EXPECT_EQ(result.misfits.front().judgement, (PairJudgement{2, 3, 9}));
  EXPECT_LT(result.misfits.front().fitting, 9);
}

TEST(AhpWeights, OfOneAndOfTwoThingsHaveNoRatio) {
  EXPECT_EQ(ahp_weights(1, {}).weights, std::vector<double>{1.0});
  EXPECT_EQ(ahp_weights(1, {}).ratio, std::nullopt);
  EXPECT_EQ(ahp_weights(1, {}).consistency_index, 0);
  const AhpResult two = ahp_weights(2, {{0, 1, 3}});
  EXPECT_NEAR(two.weights[0], 0.75, 1e-15);
  EXPECT_EQ(two.ratio, std::nullopt);
}

/// F. H. Barron and B. E. Barrett (1996): the weight of rank k is the sum of 1/i for i from k to n,
/// divided by n.
TEST(RankOrderCentroid, IsItsClosedForm) {
  const std::vector<std::vector<double>> published = {
      {11.0 / 18, 5.0 / 18, 2.0 / 18},
      {0.5208333333333334, 0.2708333333333333, 0.14583333333333334, 0.0625},
      {0.45666666666666667, 0.25666666666666665, 0.15666666666666668, 0.09, 0.04}};
  for (const std::vector<double>& expected : published) {
    std::vector<std::size_t> ranks(expected.size());
    std::iota(ranks.begin(), ranks.end(), std::size_t{0});
    const std::vector<double> weights = rank_order_centroid(ranks);
    for (std::size_t i = 0; i < expected.size(); ++i) EXPECT_NEAR(weights[i], expected[i], 1e-12);
  }
}

TEST(RankOrderCentroid, SharesPlacesAmongTies) {
  const std::vector<double> weights = rank_order_centroid({1, 0, 1});
  EXPECT_NEAR(weights[1], 11.0 / 18, 1e-15);
  EXPECT_NEAR(weights[0], 3.5 / 18, 1e-15);
  EXPECT_EQ(weights[0], weights[2]);
  for (const double weight : rank_order_centroid({0, 0, 0, 0})) EXPECT_NEAR(weight, 0.25, 1e-15);
}

TEST(ProportionalWeights, AddUpToOne) {
  EXPECT_EQ(proportional_weights({100, 60, 40}), (std::vector<double>{0.5, 0.3, 0.2}));
  EXPECT_EQ(proportional_weights({0, 5}), (std::vector<double>{0, 1}));
  EXPECT_TRUE(proportional_weights({0, 0}).empty());
  EXPECT_TRUE(proportional_weights({}).empty());
}

}  // namespace
}  // namespace ibtikar
