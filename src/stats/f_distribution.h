// The F distribution, by the regularised incomplete beta function.
#pragma once

namespace ibtikar {

/// I_x(a, b), in [0, 1]. Requires: a, b > 0, 0 <= x <= 1. By the continued fraction of Lentz: W. H.
/// Press and others, Numerical Recipes, section 6.4.
[[nodiscard]] double regularized_beta(double x, double a, double b);

/// The probability that a number of the F distribution is above `f`. Requires: f >= 0, df > 0; they
/// need not be whole.
[[nodiscard]] double f_above(double f, double df1, double df2);

/// The number that an F number is below with `probability`. Requires: 0 < probability < 1. Exact to
/// about 1e-12 of itself.
[[nodiscard]] double f_quantile(double probability, double df1, double df2);

}  // namespace ibtikar
