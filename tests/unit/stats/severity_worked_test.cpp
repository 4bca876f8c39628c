// A worked example of ranks with gaps: every figure of the model beside a plain sum over 160 x 160 points,
// which was computed apart from the program, with all values in one dense system.
#include <gtest/gtest.h>

#include <cmath>

#include "ibtikar/intraclass.h"
#include "ibtikar/severity.h"

namespace ibtikar {
namespace {

/// Five items, three assessors. Items 0 and 2 have the same readers, and so have 1 and 4.
const std::vector<Rating> kWithGaps = {{0, 0, 62}, {0, 1, 70}, {1, 1, 58}, {1, 2, 41}, {2, 0, 35},
                                       {2, 1, 52}, {3, 0, 80}, {4, 1, 47}, {4, 2, 30}};

RankingModel gaps_model() { return rank_items(kWithGaps, 5, 3); }

struct Figures {
  double merit, merit_sd, contrast_sd, expected_rank;
};

TEST(WorkedRanks, AreThoseOfTheWholePosterior) {
  const RankingModel model = gaps_model();
  const Figures figures[] = {{59.2151, 8.2301, 6.5854, 2.2057},
                             {50.3939, 7.8354, 6.5081, 3.1095},
                             {44.4145, 8.7822, 8.2033, 3.9596},
                             {68.5943, 13.5168, 14.6634, 1.5898},
                             {43.1581, 9.2832, 9.3652, 4.1354}};
  for (std::size_t i = 0; i < 5; ++i) {
    SCOPED_TRACE(i);
    const RankEstimate& item = model.items[i];
    EXPECT_NEAR(item.merit, figures[i].merit, 0.01);
    EXPECT_NEAR(item.merit_sd, figures[i].merit_sd, 0.01);
    EXPECT_NEAR(item.contrast_sd, figures[i].contrast_sd, 0.01);
    EXPECT_NEAR(item.expected_rank, figures[i].expected_rank, 0.001);
    EXPECT_NEAR(item.sucra, (5 - figures[i].expected_rank) / 4, 0.001);
    EXPECT_EQ(item.readings, i == 3 ? 1u : 2u);
  }
}

TEST(WorkedRanks, CompareEachPairOfItems) {
  const RankingModel model = gaps_model();
  const double better[5][5] = {{0.5, 0.80249, 0.87868, 0.23256, 0.88054},
                               {0.19751, 0.5, 0.75502, 0.14812, 0.78984},
                               {0.12132, 0.24498, 0.5, 0.10490, 0.56925},
                               {0.76744, 0.85188, 0.89510, 0.5, 0.89578},
                               {0.11946, 0.21016, 0.43075, 0.10422, 0.5}};
  for (std::size_t i = 0; i < 5; ++i)
    for (std::size_t j = 0; j < 5; ++j)
      EXPECT_NEAR(model.pairwise.better(i, j), better[i][j], 0.0005) << i << " " << j;
}

TEST(WorkedRanks, HaveTheSeverityAndTheSpreadOfThePosterior) {
  const RankingModel model = gaps_model();
  EXPECT_NEAR(model.mean, 475.0 / 9, 1e-12) << "of the nine values";
  EXPECT_NEAR(model.item_sd, 15.673, 0.01);
  EXPECT_NEAR(model.error_sd, 12.503, 0.01);
  EXPECT_EQ(model.assessor_sd, 10);
  const double shrunk[] = {0.6035, 5.7652, -6.2172};
  const double deviations[] = {7.1061, 6.9559, 7.4807};
  const std::size_t readings[] = {3, 4, 2};
  for (std::size_t j = 0; j < 3; ++j) {
    const SeverityEstimate& assessor = model.assessors[j];
    EXPECT_NEAR(assessor.shrunk, shrunk[j], 0.01) << j;
    EXPECT_NEAR(assessor.shrunk_sd, deviations[j], 0.01) << j;
    EXPECT_EQ(assessor.readings, readings[j]) << j;
  }
  // Item 3 says nothing of assessor 0, who alone has read it.
  EXPECT_NEAR(*model.assessors[0].raw, (-4 - 8.5) / 2, 1e-12);
  EXPECT_NEAR(*model.assessors[1].raw, (4 + 8.5 + 8.5 + 8.5) / 4, 1e-12);
  EXPECT_NEAR(*model.assessors[2].raw, -8.5, 1e-12);
}

/// Beforehand, deviations up to two units are equally likely. Where values say that they are far below, it
/// does not matter how far that reaches, and the grid has to find the narrow place that does. Its mesh shows
/// in the deviation of merit (a twentieth of it at worst) and hardly in merits.
TEST(WorkedRanks, DoNotDependOnAPriorThatReachesFurther) {
  std::vector<Rating> ratings;
  for (std::size_t i = 0; i < 12; ++i)
    for (std::size_t j = 0; j < 6; ++j)
      ratings.push_back(
          {i, j, 50 + 1.5 * static_cast<double>(i) + static_cast<double>((7 * i + 5 * j + i * j) % 6)});
  const RankingModel near = rank_items(ratings, 12, 6, {.unit = 20, .assessor_sd = 2});
  for (const double unit : {40.0, 100.0, 300.0}) {
    const RankingModel far = rank_items(ratings, 12, 6, {.unit = unit, .assessor_sd = 2});
    EXPECT_NEAR(far.item_sd, near.item_sd, 0.3) << unit;
    EXPECT_NEAR(far.error_sd, near.error_sd, 0.01) << unit;
    for (std::size_t i = 0; i < 12; ++i) {
      EXPECT_NEAR(far.items[i].merit, near.items[i].merit, 0.01) << unit;
      EXPECT_NEAR(far.items[i].merit_sd, near.items[i].merit_sd, 0.01) << unit;
    }
  }
}

/// Of a whole table, REML is the analysis of variance. P. E. Shrout and J. L. Fleiss (1979), table 2.
TEST(FittedSeverity, OfAWholeTableIsThatOfItsMeanSquares) {
  const std::vector<Ratings> judges = {{9, 2, 5, 8}, {6, 1, 3, 2},  {8, 4, 6, 8},
                                       {7, 1, 2, 6}, {10, 5, 6, 9}, {6, 2, 4, 7}};
  std::vector<Rating> ratings;
  for (std::size_t i = 0; i < judges.size(); ++i)
    for (std::size_t j = 0; j < 4; ++j) ratings.push_back({i, j, *judges[i][j]});
  const double variance = intraclass_correlations(judges).assessor_variance;
  EXPECT_NEAR(variance, (97.4583 / 3 - 15.2917 / 15) / 6, 1e-4) << "their sums of squares";
  const RankingModel model = rank_items(ratings, 6, 4, {.unit = 2, .fit_assessor_sd = true});
  EXPECT_NEAR(model.assessor_sd, std::sqrt(variance), 1e-5);
}

/// Where assessors differ less than chance would make them, their variance is 0.
TEST(FittedSeverity, IsZeroWhereAssessorsHaveEqualMeans) {
  const std::vector<Rating> ratings = {{0, 0, 10}, {0, 1, 12}, {1, 0, 21},
                                       {1, 1, 19}, {2, 0, 30}, {2, 1, 30}};
  EXPECT_NEAR(rank_items(ratings, 3, 2, {.fit_assessor_sd = true}).assessor_sd, 0, 1e-5);
}

}  // namespace
}  // namespace ibtikar
