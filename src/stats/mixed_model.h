// The linear mixed model value = mean + item + assessor + error, solved for given variances.
//
// The effects of one side, the items or the assessors, are eliminated one by one, because their block
// of the equations is diagonal. What is left is one dense system, of the mean and the other side. The
// larger side is eliminated, so it costs little, be it many items or many assessors. Variances of items and
// assessors are given as multiples of the variance of the error; both may be 0. Source: D. Bates, M.
// Maechler, B. Bolker and S. Walker, Fitting Linear Mixed-Effects Models Using lme4 (2015), with our order of
// elimination.
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

/// What the values say at some ratios. The coefficients are the mean, then the effects of the side that
/// is solved, divided by the root of its ratio.
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

  /// Cost: the readings, and a third power of the items or of the assessors, whichever are fewer.
  [[nodiscard]] MixedFit fit(const VarianceRatios& ratios, Mean mean) const;

  /// The log-likelihood at the fit's ratios and a variance of the error, but for a constant: the
  /// restricted one if the mean is fitted.
  [[nodiscard]] double log_likelihood(const MixedFit& fit, double error_variance) const;
  /// The variance of the error that makes it greatest.
  [[nodiscard]] double likeliest_error_variance(const MixedFit& fit) const;

  /// Whether the assessors are eliminated and the items solved, as there are fewer items.
  [[nodiscard]] bool is_turned() const { return is_turned_; }
  /// How many are solved.
  [[nodiscard]] std::size_t solved() const { return solved_readings_.size(); }
  /// The root of the ratio of the side that is solved: what its coefficients are multiples of.
  [[nodiscard]] double scale(const VarianceRatios& ratios) const;

  /// How strongly an effect is drawn from its residuals, by number on the side that is eliminated:
  /// ratio / (1 + readings * ratio). Times the error's variance, it is the variance of the effect when
  /// the coefficients are known.
  [[nodiscard]] double pull(std::size_t eliminated, const VarianceRatios& ratios) const;
  /// Means of effects.
  [[nodiscard]] double item_effect(std::size_t item, const MixedFit& fit) const;
  [[nodiscard]] double assessor_effect(std::size_t assessor, const MixedFit& fit) const;

  /// The readings of something eliminated: coefficient and number, in order.
  struct Read {
    std::size_t coefficient;
    double times;
    friend bool operator==(const Read&, const Read&) = default;
    friend auto operator<=>(const Read&, const Read&) = default;
  };
  [[nodiscard]] const std::vector<Read>& reads(std::size_t eliminated) const { return reads_[eliminated]; }
  [[nodiscard]] std::size_t readings() const { return readings_; }
  [[nodiscard]] std::size_t items() const { return is_turned_ ? solved() : reads_.size(); }
  [[nodiscard]] std::size_t assessors() const { return is_turned_ ? reads_.size() : solved(); }
  [[nodiscard]] double center() const { return center_; }  ///< the mean of all values

 private:
  /// Numbers that the likelihood has for the variance of the error.
  [[nodiscard]] double freedom(const MixedFit& fit) const {
    return static_cast<double>(readings_) - (fit.mean == Mean::fitted ? 1 : 0);
  }
  [[nodiscard]] double eliminated_ratio(const VarianceRatios& ratios) const {
    return is_turned_ ? ratios.assessor : ratios.item;
  }
  [[nodiscard]] double eliminated_effect(std::size_t number, const MixedFit& fit) const;
  [[nodiscard]] double solved_effect(std::size_t number, const MixedFit& fit) const {
    return scale(fit.ratios) * fit.coefficients[number + 1];
  }
  void share_products();

  bool is_turned_;
  std::size_t readings_ = 0;
  double center_ = 0;   // the mean of all values, taken off for precision
  double squares_ = 0;  // sum of squares around it
  // Of the side that is eliminated: sums of the values around the mean, and numbers of readings.
  std::vector<double> sums_;
  std::vector<double> counts_;
  std::vector<std::vector<Read>> reads_;
  // Of the side that is solved.
  std::vector<double> solved_sums_;
  std::vector<double> solved_readings_;
  /// By number of readings: the sum, over those eliminated with so many, of the products of their reads.
  std::map<std::size_t, Matrix> shared_;
  std::vector<std::size_t> alone_;  // whose products are in none of these
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
