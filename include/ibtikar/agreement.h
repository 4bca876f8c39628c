// Agreement: how far several assessors agree who answered for the same programs.
//
// Published agreement on proposals is low: reviewers of grant applications often agree little
// better than chance. So a rubric has to show its own. Figures for single answers are here:
// Krippendorff's alpha, Fleiss' kappa, Gwet's AC1 and AC2, and the plain share of pairs that agree.
// intraclass.h has those for scores.
//
// All are 1 for full agreement and, but for the plain share, about 0 for what chance gives and below
// 0 for worse. They differ in what they take for chance. If all ratings are the same, none but the
// plain share is defined: such data cannot tell agreement from constancy.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "ibtikar/undefined.h"

namespace ibtikar {

/// One value per assessor; empty where an assessor left it open.
using Ratings = std::vector<std::optional<double>>;

/// How far apart two values are.
enum class Metric {
  nominal,   ///< equal or not
  ordinal,   ///< by how many values in the data lie between them; needs only an order
  interval,  ///< the square of their difference
  ratio,     ///< the square of their difference divided by their sum; for values of 0 or more
};

/// Krippendorff's alpha over `units`, the things rated. Any number of assessors and gaps are
/// allowed; a unit that was rated once does not count. Source: K. Krippendorff, Computing
/// Krippendorff's Alpha-Reliability (2011).
[[nodiscard]] Estimate krippendorff_alpha(const std::vector<Ratings>& units, Metric metric);

struct BootstrapOptions {
  std::uint64_t seed = 1;
  std::size_t replicates = 1000;
  double level = 0.95;  ///< the share of the replicates within the interval
};

struct Interval {
  double low = 0;
  double high = 0;

  friend bool operator==(const Interval&, const Interval&) = default;
};

struct AlphaEstimate {
  Estimate alpha;
  /// None without alpha, with fewer than two programs, or if more than half of the replicates are
  /// undefined: for example, constant.
  std::optional<Interval> interval;
  std::size_t replicates = 0;  ///< those with an alpha

  friend bool operator==(const AlphaEstimate&, const AlphaEstimate&) = default;
};

/// Alpha over the units of all programs, with a bootstrap interval: programs are drawn anew, with all
/// of their units, because answers about one program belong together. The interval goes from
/// percentile to percentile, interpolated. Replicate r draws program below(i, programs) of
/// CounterRandom(seed, r) at place i: the same seed gives the same interval everywhere.
///
/// Cost: for each replicate, the pairs of values within units; for Metric::ratio also the square of
/// the number of different values.
[[nodiscard]] AlphaEstimate krippendorff_alpha(const std::vector<std::vector<Ratings>>& programs,
                                               Metric metric, const BootstrapOptions& options);

/// 1 where an assessor gave a value and 0 where not. The nominal alpha of this says how far assessors
/// agree on what can be answered at all. An assessor who was not asked must not be in the ratings.
[[nodiscard]] std::vector<Ratings> whether_answered(const std::vector<Ratings>& units);

/// The share of pairs of assessors that gave the same value, in [0, 1]; the mean over units that two
/// or more rated. Constant ratings agree: 1.
[[nodiscard]] Estimate percent_agreement(const std::vector<Ratings>& units);

/// Fleiss' kappa; chance is what the values' shares give. With gaps, as in Gwet (2014). Source: J. L.
/// Fleiss, Measuring Nominal Scale Agreement among Many Raters (1971).
[[nodiscard]] Estimate fleiss_kappa(const std::vector<Ratings>& units);

/// Gwet's AC1 for values without an order, and AC2 for values with one (ordinal weights: two values
/// agree in part, the less the more values lie between them). Where nearly all ratings are the same,
/// they stay high and kappa falls. `scale` are all values that can be given; those that were given if
/// it is empty. Requires: each value is on the scale. Source: K. L. Gwet, Handbook of Inter-Rater
/// Reliability (2014).
[[nodiscard]] Estimate gwet_ac1(const std::vector<Ratings>& units, std::span<const double> scale = {});
[[nodiscard]] Estimate gwet_ac2(const std::vector<Ratings>& units, std::span<const double> scale = {});

}  // namespace ibtikar
