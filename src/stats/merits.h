// Merits: what is known of items and assessors, summed over the points of the grid.
#pragma once

#include <vector>

#include "ibtikar/severity.h"
#include "stats/mixed_model.h"
#include "stats/normal.h"
#include "stats/severity_grid.h"

namespace ibtikar {

class Merits {
 public:
  /// `model` must outlive it.
  Merits(const MixedModel& model, Better better);

  /// Cost: the third power of the items or of the assessors, whichever are fewer; and the square of the
  /// items.
  void add(const GridPoint& point, double assessor_sd);

  /// Writes merits, effects of assessors, the mean and pairwise probabilities. Requires: weights
  /// added up to 1, and `out` has its sizes.
  void write(RankingModel& out) const;

 private:
  /// The first two moments of something, over the grid.
  struct Moments {
    double mean = 0;
    double square = 0;

    void add(double weight, double value, double variance) {
      mean += weight * value;
      square += weight * (value * value + variance);
    }
    [[nodiscard]] double deviation() const;
  };

  /// Items that the same assessors have read: what is unsure about those is the same for all. Where the
  /// model is turned, each item stands alone.
  struct Alike {
    std::size_t begin = 0;  // in order_
    std::size_t end = 0;
    double apart =
        0;  // of each: the sum of the variances of its differences from all others, given the point

    [[nodiscard]] double count() const { return static_cast<double>(end - begin); }
  };

  void add_assessors(const GridPoint& point, const MixedFit& fit, const Matrix& covariance);
  void add_pairs(const GridPoint& point, const MixedFit& fit, const Matrix& covariance,
                 const std::vector<double>& merits);
  void add_solved_pairs(const GridPoint& point, const MixedFit& fit, const Matrix& covariance,
                        const std::vector<double>& merits);
  void add_distances(double weight, const std::vector<double>& merits);
  void compare(const Alike& group, double weight, const std::vector<double>& merits,
               const std::vector<double>& deviations);
  [[nodiscard]] std::vector<double> contrast_deviations() const;

  const MixedModel* model_;
  double sign_;                     // 1: higher is better
  std::vector<std::size_t> order_;  // items, alike ones together
  std::vector<Alike> groups_;
  NormalTable normal_;
  std::vector<Moments> items_;      // by item
  std::vector<Moments> assessors_;  // by assessor
  std::vector<double> apart_;       // by item: the sum of its squared differences from all others
  std::vector<double> better_;      // of pairs in order_, row by row: that the former is better
};

}  // namespace ibtikar
