// Combines several values into one: the ways in which a rubric may combine its dimensions.
//
// The geometric mean is computed from logarithms, and one value of 0 makes it 0: a dimension that
// fails completely must not be bought back.
#pragma once

#include <algorithm>
#include <cmath>

#include "ibtikar/rubric.h"

namespace ibtikar {

/// A weighted mean of values in [0, 1], given one at a time. Requires: at least one value before
/// mean().
class Combiner {
 public:
  explicit Combiner(Combine how) : how_(how) {}

  void add(double weight, double value) {
    weight_ += weight;
    least_ = std::min(least_, value);
    if (how_ == Combine::geometric_mean)
      // The logarithm of 0 is infinite; mean() returns 0 in that case without using the sum.
      sum_ += value > 0 ? weight * std::log(value) : 0;
    else
      sum_ += weight * value;
  }

  [[nodiscard]] double mean() const {
    if (how_ == Combine::minimum) return least_;
    if (how_ == Combine::arithmetic_mean) return sum_ / weight_;
    return least_ > 0 ? std::exp(sum_ / weight_) : 0;
  }

 private:
  Combine how_;
  double weight_ = 0;
  double sum_ = 0;
  double least_ = 1;
};

}  // namespace ibtikar
