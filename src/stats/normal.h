// The normal distribution.
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>

namespace ibtikar {

/// The probability that a standard normal number is below `x`.
[[nodiscard]] inline double normal_below(double x) { return 0.5 * std::erfc(-x / std::numbers::sqrt2); }

/// The probability that a normal number with this mean and standard deviation is above 0. With a
/// deviation of 0: 1, 1/2 or 0.
[[nodiscard]] inline double normal_above_zero(double mean, double deviation) {
  if (deviation > 0) return normal_below(mean / deviation);
  if (mean > 0) return 1;
  return mean < 0 ? 0 : 0.5;
}

/// normal_below() from a table, for sums over millions of pairs: off by 1e-10 at most, and several
/// times as fast. Between the places of the table runs the cubic with their values and slopes.
class NormalTable {
 public:
  NormalTable() {
    for (std::size_t i = 0; i < places_.size(); ++i) {
      const double x = -kEnd + static_cast<double>(i) * kStep;
      places_[i] = {normal_below(x),
                    kStep * std::numbers::inv_sqrtpi / std::numbers::sqrt2 * std::exp(-x * x / 2)};
    }
  }

  [[nodiscard]] double below(double x) const {
    if (!(x > -kEnd)) return 0;
    if (x >= kEnd) return 1;
    const double place = (x + kEnd) / kStep;
    const auto left = static_cast<std::size_t>(place);
    const double t = place - static_cast<double>(left);
    const Place& a = places_[left];
    const Place& b = places_[left + 1];
    const double rise = b.value - a.value;
    return a.value +
           t * (a.slope + t * (3 * rise - 2 * a.slope - b.slope + t * (a.slope + b.slope - 2 * rise)));
  }

 private:
  struct Place {
    double value = 0;
    double slope = 0;  // by step
  };
  static constexpr double kEnd = 8;  // beyond: less than 1e-15
  static constexpr double kStep = 1.0 / 64;
  std::array<Place, 1025> places_{};
};

}  // namespace ibtikar
