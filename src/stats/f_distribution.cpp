// See f_distribution.h.
#include "stats/f_distribution.h"

#include <cmath>

namespace ibtikar {
namespace {

constexpr int kMostTerms = 10'000;
constexpr double kPrecision = 1e-16;
constexpr double kTiny = 1e-300;

double away_from_zero(double x) { return std::abs(x) < kTiny ? kTiny : x; }

/// The continued fraction; it converges quickly for x < (a + 1) / (a + b + 2).
double beta_fraction(double x, double a, double b) {
  double c = 1;
  double d = 1 / away_from_zero(1 - (a + b) * x / (a + 1));
  double product = d;
  for (int term = 1; term < kMostTerms; ++term) {
    const double m = term;
    const double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away_from_zero(1 + even * d);
    c = away_from_zero(1 + even / c);
    product *= d * c;
    const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away_from_zero(1 + odd * d);
    c = away_from_zero(1 + odd / c);
    product *= d * c;
    if (std::abs(d * c - 1) < kPrecision) break;
  }
  return product;
}

/// I_x(a, b) where y = 1 - x is known to more digits than 1 - x gives.
double beta_of(double x, double y, double a, double b) {
  if (x <= 0) return 0;
  if (y <= 0) return 1;
  const double front =
      std::exp(std::lgamma(a + b) - std::lgamma(a) - std::lgamma(b) + a * std::log(x) + b * std::log(y));
  if (x < (a + 1) / (a + b + 2)) return front * beta_fraction(x, a, b) / a;
  return 1 - front * beta_fraction(y, b, a) / b;
}

}  // namespace

double regularized_beta(double x, double a, double b) { return beta_of(x, 1 - x, a, b); }

double f_above(double f, double df1, double df2) {
  const double all = df1 * f + df2;
  return beta_of(df2 / all, df1 * f / all, df2 / 2, df1 / 2);
}

double f_quantile(double probability, double df1, double df2) {
  // Halves a range of logarithms. The tails are compared where they are small, and so exact.
  double low = -300;
  double high = 300;
  for (int halving = 0; halving < 100 && high - low > 1e-14; ++halving) {
    const double middle = (low + high) / 2;
    const double f = std::exp(middle);
    const bool is_below =
        probability > 0.5 ? f_above(f, df1, df2) > 1 - probability : f_above(1 / f, df2, df1) < probability;
    (is_below ? low : high) = middle;
  }
  return std::exp((low + high) / 2);
}

}  // namespace ibtikar
