// Draws weights of dimensions that add up to 1, uniformly.
#pragma once

#include <optional>
#include <vector>

#include "base/counter_random.h"

namespace ibtikar {

class WeightDraw {
 public:
  /// `weights`: the rubric's, not all 0. A dimension whose weight is 0 keeps it. `within`: the share
  /// of its weight, 0 to 1, that each may lie above or below it; none: any weights.
  WeightDraw(const std::vector<double>& weights, std::optional<double> within);

  /// Fills `out`, one for each dimension. Everything comes from `random`, from position 0 on.
  void draw(const CounterRandom& random, std::vector<double>& out) const;

 private:
  void from_simplex(const CounterRandom& random, std::vector<double>& out) const;
  void from_box(const CounterRandom& random, std::vector<double>& out) const;

  std::vector<double> weights_;       ///< adding up to 1
  std::vector<std::size_t> counted_;  ///< dimensions with a weight, the one with the greatest last
  std::optional<double> within_;
};

}  // namespace ibtikar
