// See severity_grid.h.
#include "stats/severity_grid.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace ibtikar {
namespace {

constexpr std::size_t kZoomPoints = 20;    // along one side
constexpr std::size_t kFewestPoints = 16;  // about a standard deviation of the posterior apart
constexpr double kMesh = 80;               // the published grid's points along a whole side
constexpr double kFarFromBest = 18;        // in log-likelihood: 1.5e-8 of the greatest weight
constexpr double kLeastWeight = 1e-5;
constexpr double kNarrowest = 1.0 / 400;  // of the whole side: .1 point of 100. Exact fits end here.
constexpr double kWorthwhile = 0.8;       // a box that shrinks by less is done
constexpr int kMostZooms = 8;

/// The range of one standard deviation.
struct Side {
  double low = 0;
  double high = 0;
  std::size_t points = kZoomPoints;

  [[nodiscard]] double width() const { return high - low; }
  [[nodiscard]] double step() const { return width() / static_cast<double>(points); }
  [[nodiscard]] double at(std::size_t i) const { return low + (static_cast<double>(i) + 0.5) * step(); }
};

struct Box {
  Side item;
  Side error;
};

/// The error is the sum of two parts, chance and what an assessor thinks of this one item. Both have
/// deviations up to `greatest`, all equally likely. Then that of their sum is likelier the larger it is,
/// up to `greatest`: it is the length of a vector in a square.
double log_prior_of_error(double deviation, double greatest) {
  const double outside = deviation > greatest ? 2 * std::acos(greatest / deviation) : 0;
  return std::log(deviation * std::max(std::numbers::pi / 2 - outside, 1e-300));
}

/// The points of a box, with the logarithm of their likelihood for a weight.
std::vector<GridPoint> likelihoods_in(const MixedModel& model, const GridPrior& prior, const Box& box) {
  std::vector<GridPoint> points;
  points.reserve(box.item.points * box.error.points);
  for (std::size_t i = 0; i < box.item.points; ++i)
    for (std::size_t e = 0; e < box.error.points; ++e) {
      GridPoint point{box.item.at(i), box.error.at(e), 0};
      const MixedFit fit = model.fit(ratios_at(point, prior.assessor_sd), Mean::known);
      point.weight = model.log_likelihood(fit, point.error_sd * point.error_sd) +
                     log_prior_of_error(point.error_sd, prior.greatest);
      points.push_back(point);
    }
  return points;
}

double best_of(const std::vector<GridPoint>& points) {
  return std::ranges::max_element(points, {}, &GridPoint::weight)->weight;
}

/// From one cell below the lowest of the points that matter to one above the highest.
Side around(const std::vector<GridPoint>& points, double GridPoint::*member, const Side& side,
            double greatest) {
  const double least_weight = best_of(points) - kFarFromBest;
  double low = std::numeric_limits<double>::infinity();
  double high = 0;
  for (const GridPoint& point : points) {
    if (point.weight < least_weight) continue;
    low = std::min(low, point.*member);
    high = std::max(high, point.*member);
  }
  const double margin = 1.5 * side.step();
  Side out{std::max(low - margin, 0.0), std::min(high + margin, greatest)};
  return out.width() < kNarrowest * greatest ? side : out;
}

Box box_that_matters(const MixedModel& model, const GridPrior& prior) {
  const double greatest_error = std::numbers::sqrt2 * prior.greatest;
  Box box{{0, prior.greatest}, {0, greatest_error}};
  for (int zoom = 0; zoom < kMostZooms; ++zoom) {
    const std::vector<GridPoint> points = likelihoods_in(model, prior, box);
    const Box next{around(points, &GridPoint::item_sd, box.item, prior.greatest),
                   around(points, &GridPoint::error_sd, box.error, greatest_error)};
    const bool done = next.item.width() > kWorthwhile * box.item.width() &&
                      next.error.width() > kWorthwhile * box.error.width();
    box = next;
    if (done) break;
  }
  for (Side* side : {&box.item, &box.error}) {
    const double published = std::ceil(side->width() / prior.greatest * kMesh - 1e-9);
    side->points = std::max(kFewestPoints, static_cast<std::size_t>(published));
  }
  return box;
}

}  // namespace

VarianceRatios ratios_at(const GridPoint& point, double assessor_sd) {
  const auto square = [](double x) { return x * x; };
  return {square(point.item_sd / point.error_sd), square(assessor_sd / point.error_sd)};
}

std::vector<GridPoint> grid_of(const MixedModel& model, const GridPrior& prior) {
  std::vector<GridPoint> points = likelihoods_in(model, prior, box_that_matters(model, prior));
  const double best = best_of(points);
  double sum = 0;
  for (GridPoint& point : points) point.weight = std::exp(point.weight - best);
  std::erase_if(points, [](const GridPoint& point) { return point.weight < kLeastWeight; });
  for (const GridPoint& point : points) sum += point.weight;
  for (GridPoint& point : points) point.weight /= sum;
  return points;
}

}  // namespace ibtikar
