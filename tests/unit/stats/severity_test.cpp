// Expected ranks and severity: the published example, and what cannot be told.
#include "ibtikar/severity.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace ibtikar {
namespace {

/// Mock data of the Swiss National Science Foundation: package ERforResearch (MIT), get_mock_data("one"),
/// with the figures of its vignette, which samples the model. 15 proposals, 5 assessors; 1 is best.
constexpr double kGrades[15][5] = {{1, 1, 1, 2, 5}, {1, 1, 2, 2, 6}, {1, 2, 1, 3, 5}, {1, 3, 2, 1, 5},
                                   {1, 2, 2, 3, 5}, {1, 3, 1, 4, 5}, {1, 2, 3, 4, 5}, {1, 5, 2, 2, 5},
                                   {1, 3, 4, 3, 5}, {1, 4, 2, 5, 5}, {2, 3, 4, 4, 5}, {2, 4, 3, 5, 5},
                                   {2, 5, 4, 4, 6}, {2, 3, 4, 6, 6}, {2, 5, 5, 4, 6}};
constexpr double kExpectedRanks[15] = {2.44, 4.06, 4.09, 4.12, 5.08, 6.19, 7.34, 7.26,
                                       8.43, 9.42, 10.4, 11.4, 13.0, 13.0, 13.7};
constexpr double kSucra[15] = {.9, .78, .78, .78, .71, .63, .55, .55, .47, .4, .33, .25, .15, .14, .09};

std::vector<Rating> mock_panel(double factor = 1, double shift = 0) {
  std::vector<Rating> ratings;
  for (std::size_t i = 0; i < 15; ++i)
    for (std::size_t j = 0; j < 5; ++j) ratings.push_back({i, j, factor * kGrades[i][j] + shift});
  return ratings;
}

RankingModel mock_model() { return rank_items(mock_panel(), 15, 5, {.unit = 1, .better = Better::lower}); }

TEST(ExpectedRanks, AreThoseOfThePublishedExample) {
  const RankingModel mock = mock_model();
  for (std::size_t i = 0; i < 15; ++i) {
    EXPECT_NEAR(mock.items[i].expected_rank, kExpectedRanks[i], 0.07) << i;
    EXPECT_NEAR(mock.items[i].sucra, kSucra[i], 0.0085) << i;
  }
}

/// The published ones differ by the error of sampling only.
TEST(ExpectedRanks, OfEqualMeansAreEqual) {
  const auto rank = [](std::size_t i) { return mock_model().items[i].expected_rank; };
  EXPECT_NEAR(rank(1), rank(2), 1e-9);
  EXPECT_NEAR(rank(1), rank(3), 1e-9);
  EXPECT_NEAR(rank(6), rank(7), 1e-9);
  EXPECT_NEAR(rank(12), rank(13), 1e-9);
}

TEST(ExpectedRanks, DoNotDependOnTheUnitOrTheDirectionOfTheScale) {
  const RankingModel mock = mock_model();
  const RankingModel turned = rank_items(mock_panel(-20, 140), 15, 5, {.unit = 20});
  for (std::size_t i = 0; i < 15; ++i) {
    EXPECT_NEAR(turned.items[i].expected_rank, mock.items[i].expected_rank, 1e-6) << i;
    EXPECT_NEAR(turned.items[i].merit, 140 - 20 * mock.items[i].merit, 1e-6) << i;
    EXPECT_EQ(turned.items[i].ninety, mock.items[i].ninety) << i;
  }
  for (std::size_t j = 0; j < 5; ++j)
    EXPECT_NEAR(turned.assessors[j].shrunk, -20 * mock.assessors[j].shrunk, 1e-6) << j;
}

TEST(ExpectedRanks, LieWithinTheirIntervals) {
  const RankingModel mock = mock_model();
  for (const RankEstimate& item : mock.items) {
    EXPECT_LE(item.ninety.low, item.half.low);
    EXPECT_LE(item.half.high, item.ninety.high);
    EXPECT_LE(static_cast<double>(item.half.low) - 1, item.expected_rank);
    EXPECT_GE(static_cast<double>(item.half.high) + 1, item.expected_rank);
  }
  EXPECT_EQ(mock.items.front().ninety, (RankInterval{1, 4}));
}

TEST(Severity, IsShrunkTowardsZero) {
  const RankingModel mock = mock_model();
  for (const SeverityEstimate& assessor : mock.assessors) {
    EXPECT_LT(std::abs(assessor.shrunk), std::abs(*assessor.raw));
    EXPECT_GT(assessor.shrunk * *assessor.raw, 0);
    EXPECT_EQ(assessor.readings, 15u);
  }
  EXPECT_NEAR(*mock.assessors[4].raw, 5.2667 - 3.16, 1e-4) << "the mean of a column less that of all";
}

TEST(Severity, CorrectsForWhoReadWhat) {
  // Item 1 was read by the lenient one, item 2 by the severe one, with equal values.
  std::vector<Rating> ratings;
  for (std::size_t i = 2; i < 12; ++i) {
    const double merit = 40 + 2.0 * static_cast<double>(i % 5);
    ratings.push_back({i, 0, merit + 15});
    ratings.push_back({i, 1, merit - 15});
  }
  ratings.push_back({0, 0, 50});
  ratings.push_back({1, 1, 50});
  const RankingModel model = rank_items(ratings, 12, 2);
  EXPECT_GT(model.items[1].merit, model.items[0].merit);
  EXPECT_GT(model.pairwise.better(1, 0), 0.6);
  EXPECT_DOUBLE_EQ(model.pairwise.better(1, 0) + model.pairwise.better(0, 1), 1);
}

TEST(Severity, CanBeFitted) {
  const RankingModel fitted =
      rank_items(mock_panel(), 15, 5, {.unit = 1, .better = Better::lower, .fit_assessor_sd = true});
  EXPECT_GT(fitted.assessor_sd, 1) << "the columns' means go from 1.3 to 5.3";
  EXPECT_LT(std::abs(*fitted.assessors[4].raw - fitted.assessors[4].shrunk), 0.1);
  EXPECT_EQ(mock_model().assessor_sd, 0.5);
}

TEST(ExpectedRanks, OfAnItemThatNobodyReadAreInTheMiddle) {
  std::vector<Rating> ratings = mock_panel();
  const RankingModel model = rank_items(ratings, 16, 6, {.unit = 1, .better = Better::lower});
  EXPECT_NEAR(model.items[15].expected_rank, 8.5, 0.2);
  EXPECT_EQ(model.items[15].readings, 0u);
  EXPECT_FALSE(model.items[15].raw_mean);
  EXPECT_FALSE(model.assessors[5].raw);
  EXPECT_NEAR(model.assessors[5].shrunk, 0, 1e-12);
  EXPECT_NEAR(model.assessors[5].shrunk_sd, 0.5, 1e-9);
}

TEST(ExpectedRanks, AreNothingWhereTheyCannotBeTold) {
  const auto why = [](const std::vector<Rating>& ratings) { return rank_items(ratings, 3, 3).undefined; };
  EXPECT_EQ(why({}), Undefined::few_programs);
  EXPECT_EQ(why({{0, 0, 5}, {0, 1, 7}}), Undefined::few_programs);
  EXPECT_EQ(why({{0, 0, 5}, {1, 0, 7}}), Undefined::few_assessors);
  EXPECT_EQ(why({{0, 0, 5}, {1, 1, 7}}), Undefined::no_pairs);
  EXPECT_EQ(why({{0, 0, 5}, {0, 1, 5}, {1, 1, 5}}), Undefined::constant);
  EXPECT_EQ(why({{0, 0, 5}, {0, 1, 6}, {1, 1, 5}}), std::nullopt);
}

TEST(ExpectedRanks, AreFiniteForValuesThatTheModelFitsExactly) {
  const RankingModel model =
      rank_items(std::vector<Rating>{{0, 0, 10}, {0, 1, 10}, {1, 0, 90}, {1, 1, 90}}, 2, 2);
  EXPECT_FALSE(model.undefined);
  EXPECT_GT(model.items[0].expected_rank, 1.9);
  EXPECT_LE(model.items[0].expected_rank, 2);
  EXPECT_TRUE(std::isfinite(model.items[0].merit_sd));
}

}  // namespace
}  // namespace ibtikar
