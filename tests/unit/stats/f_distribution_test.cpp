// The F distribution where it has closed forms, far out in its tails.
#include "stats/f_distribution.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace ibtikar {
namespace {

/// With one and one degrees of freedom, F is the square of a Cauchy number.
TEST(FTails, AreThoseOfTheCauchyDistribution) {
  for (const double probability : {1e-17, 1e-9, 0.025, 0.5, 0.75, 0.975, 0.9999}) {
    const double tangent = std::tan(std::numbers::pi * probability / 2);
    EXPECT_NEAR(f_quantile(probability, 1, 1) / (tangent * tangent), 1, 1e-11) << probability;
  }
}

/// With two degrees of freedom above: 1 - (1 + 2 f / n)^(-n / 2).
TEST(FTails, HaveTheClosedFormOfTwoDegreesOfFreedom) {
  for (const double n : {1.0, 3.0, 7.5, 200.0})
    for (const double f : {1e-6, 0.1, 1.0, 4.0, 50.0}) {
      const double above = std::pow(1 + 2 * f / n, -n / 2);
      EXPECT_NEAR(f_above(f, 2, n) / above, 1, 1e-12) << n << " " << f;
      EXPECT_NEAR(f_above(1 / f, n, 2), 1 - above, 1e-13) << n << " " << f;
    }
}

TEST(FTails, AreEachOthersInverse) {
  for (const double probability : {0.01, 0.5, 0.9})
    EXPECT_NEAR(f_quantile(probability, 4, 9) * f_quantile(1 - probability, 9, 4), 1, 1e-11);
}

}  // namespace
}  // namespace ibtikar
