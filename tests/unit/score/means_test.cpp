// The dimensions as one number, in each way there is.
#include "score/means.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "support/assessed.h"
#include "support/assessment_builder.h"

namespace ibtikar::test {
namespace {

Assessment of_two(double first, double second) {
  Assessment a;
  a.dimensions.resize(2);
  a.dimensions[0].measure.score = first;
  a.dimensions[1].measure.score = second;
  return a;
}

TEST(Means, StandSideBySide) { EXPECT_EQ(means_of(of_two(25, 100)), (Means{62.5, 50, 25})); }

TEST(Means, GoByTheWeights) {
  Assessment a = of_two(25, 100);
  a.dimensions[0].weight = 3;
  EXPECT_EQ(means_of(a), (Means{43.75, 35.36, 25}));
}

TEST(Means, OfNothingIsNothingByEveryProduct) { EXPECT_EQ(means_of(of_two(0, 100)), (Means{50, 0, 0})); }

TEST(Means, LeaveOutWhatDoesNotApplyOrCount) {
  Assessment a = of_two(25, 100);
  a.dimensions[0].applicable = false;
  EXPECT_EQ(means_of(a), (Means{100, 100, 100}));
  a.dimensions[0].applicable = true;
  a.dimensions[0].weight = 0;
  EXPECT_EQ(means_of(a), (Means{100, 100, 100}));
}

TEST(Means, AreUnknownWhileADimensionIs) {
  Assessment a = of_two(25, 100);
  a.dimensions[1].measure.score.reset();
  EXPECT_EQ(means_of(a), Means{});
  EXPECT_EQ(means_of(Assessment{}), Means{});
}

/// An assessment may come from a file, and say anything.
TEST(Means, AreUnknownWhereANumberIsNone) {
  for (const double no_score : {-0.01, 100.01, std::nan("")})
    EXPECT_EQ(means_of(of_two(no_score, 50)), Means{}) << no_score;
  Assessment a = of_two(25, 100);
  a.dimensions[0].weight = std::numeric_limits<double>::infinity();
  EXPECT_EQ(means_of(a), Means{});
}

/// What the scorer combined from exact numbers, and what is made here of those that are shown.
TEST(Means, AgreeWithTheScorer) {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    const RandomCase chance(seed);
    Assessment a = assessed(chance.scorer, chance.proposal);
    const Means own = means_of(a);
    if (!own.arithmetic) continue;
    // Near 0 a rounded score is far from the exact one in proportion, and a product goes by proportions.
    const double least = own.minimum.value();
    const Score combined = a.overall.uncapped;
    a.overall.uncapped.reset();
    const Means from_shown = means_of(a);
    const auto of = [&](const Means& means) {
      return a.rubric.combine == Combine::arithmetic_mean  ? means.arithmetic
             : a.rubric.combine == Combine::geometric_mean ? means.geometric
                                                           : means.minimum;
    };
    EXPECT_EQ(of(own), combined) << chance.text();
    if (least < 1) continue;
    EXPECT_NEAR(of(from_shown).value(), combined.value(), 0.05) << chance.text();
  }
}

}  // namespace
}  // namespace ibtikar::test
