// The linear mixed model value = mean + item + assessor + error, solved for given variances.
//
// The effects of the items are eliminated one by one, because their block of the equations is
// diagonal. What is left is one dense system, of the mean and the assessors. So many items cost
// little. Variances of items and assessors are given as multiples of the variance of the error; both
// may be 0. Source: D. Bates, M. Maechler, B. Bolker and S. Walker, Fitting Linear Mixed-Effects
// Models Using lme4 (2015), with our order of elimination.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <vector>

#include "ibtikar/severity.h"
#include "stats/cholesky.h"

namespace ibtikar {

/// Variances, as multiples of that of the error.
struct VarianceRatios {
  double item = 0;
  double assessor = 0;
};

/// Whether the mean is fitted like the rest, or taken to be the mean of all values.
enum class Mean { fitted, known };

/// What the values say at some ratios. The coefficients are the mean, then the assessors' effects
/// divided by the root of the assessors' ratio.
struct MixedFit {
  VarianceRatios ratios;
  Mean mean = Mean::fitted;
  std::vector<double> coefficients;  ///< around center()
  double residual = 0;               ///< the penalised sum of squares
  double log_determinant = 0;        ///< of all equations together
  Cholesky equations;  ///< of the coefficients; their covariance is its inverse times the error's
};

class MixedModel {
 public:
  /// Requires: at least one rating, numbers in range.
  MixedModel(std::span<const Rating> ratings, std::size_t items, std::size_t assessors);

  /// Cost: the readings, and a third power of the assessors.
  [[nodiscard]] MixedFit fit(const VarianceRatios& ratios, Mean mean) const;

  /// The log-likelihood at the fit's ratios and a variance of the error, but for a constant: the
  /// restricted one if the mean is fitted.
  [[nodiscard]] double log_likelihood(const MixedFit& fit, double error_variance) const;
  /// The variance of the error that makes it greatest.
  [[nodiscard]] double likeliest_error_variance(const MixedFit& fit) const;

  /// How strongly an item's effect is drawn from its residuals: ratio / (1 + readings * ratio). Times
  /// the error's variance, it is the variance of the effect when the coefficients are known.
  [[nodiscard]] double pull(std::size_t item, const VarianceRatios& ratios) const;
  /// The mean of an item's effect.
  [[nodiscard]] double item_effect(std::size_t item, const MixedFit& fit) const;

  /// Who read an item: coefficient and number of readings, in order.
  struct Read {
    std::size_t coefficient;
    double times;
    friend bool operator==(const Read&, const Read&) = default;
    friend auto operator<=>(const Read&, const Read&) = default;
  };
  [[nodiscard]] const std::vector<Read>& reads(std::size_t item) const { return reads_[item]; }
  [[nodiscard]] std::size_t readings() const { return readings_; }
  [[nodiscard]] std::size_t items() const { return reads_.size(); }
  [[nodiscard]] std::size_t assessors() const { return assessor_readings_.size(); }
  [[nodiscard]] double center() const { return center_; }  ///< the mean of all values

 private:
  /// Numbers that the likelihood has for the variance of the error.
  [[nodiscard]] double freedom(const MixedFit& fit) const {
    return static_cast<double>(readings_) - (fit.mean == Mean::fitted ? 1 : 0);
  }

  std::size_t readings_ = 0;
  double center_ = 0;              // the mean of all values, taken off for precision
  double squares_ = 0;             // sum of squares around it
  std::vector<double> item_sums_;  // sums of the values around it
  std::vector<double> item_readings_;
  std::vector<double> assessor_sums_;
  std::vector<double> assessor_readings_;
  std::vector<std::vector<Read>> reads_;
  /// By number of readings: the sum, over items with so many, of the products of who read them.
  std::map<std::size_t, Matrix> shared_;
};

/// Variances by restricted maximum likelihood (REML).
struct Variances {
  double item = 0;
  double assessor = 0;
  double error = 0;
};

/// Requires: two items, and one of them with two readings at least. Without `with_assessors` the
/// assessors' variance is held at 0: a one-way model.
[[nodiscard]] Variances likeliest_variances(const MixedModel& model, bool with_assessors = true);

}  // namespace ibtikar
