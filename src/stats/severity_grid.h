// The grid over the two unknown standard deviations, merit and error: where the posterior lies.
#pragma once

#include <vector>

#include "stats/mixed_model.h"

namespace ibtikar {

/// One point of the grid, and how likely it is.
struct GridPoint {
  double item_sd = 0;
  double error_sd = 0;
  double weight = 0;
};

/// What is known beforehand of the standard deviations: that of merit and those of the two parts of
/// the error lie between 0 and `greatest`, all equally likely; the assessors' is given and may be 0.
struct GridPrior {
  double greatest = 40;
  double assessor_sd = 10;
};

/// The ratios that the model is fitted at.
[[nodiscard]] VarianceRatios ratios_at(const GridPoint& point, double assessor_sd);

/// The points that matter, with weights that add up to 1. The mesh is an eightieth of `greatest`,
/// as published. Where values are so many that the posterior is narrower than that, it is finer,
/// with 16 points over all that matters: sums of smooth bell curves are exact to many digits with
/// points a standard deviation apart. Points of less than 1e-5 of the greatest weight are left out.
[[nodiscard]] std::vector<GridPoint> grid_of(const MixedModel& model, const GridPrior& prior);

}  // namespace ibtikar
