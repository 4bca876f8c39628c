// See weight_draw.h.
#include "panel/weight_draw.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace ibtikar {

WeightDraw::WeightDraw(const std::vector<double>& weights, std::optional<double> within)
    : weights_(weights), within_(within) {
  const double all = std::accumulate(weights.begin(), weights.end(), 0.0);
  for (std::size_t d = 0; d < weights.size(); ++d) {
    weights_[d] /= all;
    if (weights[d] > 0) counted_.push_back(d);
  }
  std::swap(*std::ranges::max_element(counted_, {}, [&](std::size_t d) { return weights_[d]; }),
            counted_.back());
}

void WeightDraw::draw(const CounterRandom& random, std::vector<double>& out) const {
  out.assign(weights_.size(), 0);
  if (within_)
    from_box(random, out);
  else
    from_simplex(random, out);
}

/// The gaps between sorted uniform numbers are uniform on the simplex, as normalized exponentials
/// are. They need no logarithm, whose last digit may differ from machine to machine.
void WeightDraw::from_simplex(const CounterRandom& random, std::vector<double>& out) const {
  std::vector<double> cuts;
  for (std::size_t i = 0; i + 1 < counted_.size(); ++i) cuts.push_back(random.uniform(i));
  std::ranges::sort(cuts);
  cuts.push_back(1);
  double before = 0;
  for (std::size_t i = 0; i < counted_.size(); ++i) {
    out[counted_[i]] = cuts[i] - before;
    before = cuts[i];
  }
}

/// All weights but the last are drawn from their ranges, and the last is what is left. A draw in
/// which it lies outside its own range is repeated. What remains is uniform, because the last weight
/// follows from the others by a sum. The last is the one with the widest range: then at least one
/// draw in about the square root of the number of dimensions is good.
void WeightDraw::from_box(const CounterRandom& random, std::vector<double>& out) const {
  const std::size_t last = counted_.back();
  const double reach = *within_;
  for (std::uint64_t position = 0;;) {
    double left = 1;
    for (const std::size_t d : counted_) {
      if (d == last) break;
      out[d] = weights_[d] * (1 + reach * (2 * random.uniform(position++) - 1));
      left -= out[d];
    }
    out[last] = left;
    // A single dimension, or a range of no width, must not fail by its last bit.
    constexpr double kSlack = 1e-12;
    if (std::abs(left - weights_[last]) <= reach * weights_[last] + kSlack) return;
  }
}

}  // namespace ibtikar
