// See mixed_model.h.
#include "stats/mixed_model.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace ibtikar {
namespace {

/// Values that the model fits exactly leave a residual of rounding errors, which may be below 0.
constexpr double kLeastResidual = 1e-12;

}  // namespace

MixedModel::MixedModel(std::span<const Rating> ratings, std::size_t items, std::size_t assessors)
    : readings_(ratings.size()),
      item_sums_(items, 0.0),
      item_readings_(items, 0.0),
      assessor_sums_(assessors, 0.0),
      assessor_readings_(assessors, 0.0),
      reads_(items) {
  for (const Rating& rating : ratings) center_ += rating.value / static_cast<double>(readings_);
  std::vector<std::map<std::size_t, double>> read_by(items);
  for (const Rating& rating : ratings) {
    const double value = rating.value - center_;
    squares_ += value * value;
    item_sums_[rating.item] += value;
    item_readings_[rating.item] += 1;
    assessor_sums_[rating.assessor] += value;
    assessor_readings_[rating.assessor] += 1;
    read_by[rating.item][rating.assessor + 1] += 1;
  }
  for (std::size_t i = 0; i < items; ++i) {
    if (read_by[i].empty()) continue;
    for (const auto& [coefficient, times] : read_by[i]) reads_[i].push_back({coefficient, times});
    Matrix& shared =
        shared_.try_emplace(static_cast<std::size_t>(item_readings_[i]), assessors + 1).first->second;
    for (const Read& a : reads_[i])
      for (const Read& b : reads_[i]) shared.at(a.coefficient, b.coefficient) += a.times * b.times;
  }
}

double MixedModel::pull(std::size_t item, const VarianceRatios& ratios) const {
  return ratios.item / (1 + item_readings_[item] * ratios.item);
}

MixedFit MixedModel::fit(const VarianceRatios& ratios, Mean mean) const {
  const std::size_t size = assessors() + 1;
  const double scale = std::sqrt(ratios.assessor);
  Matrix equations(size);
  std::vector<double> right(size, 0.0);
  double residual = squares_;
  double log_items = 0;
  for (std::size_t j = 0; j < assessors(); ++j) {
    equations.at(j + 1, 0) = assessor_readings_[j];
    right[j + 1] = assessor_sums_[j];
  }
  for (std::size_t i = 0; i < items(); ++i) {
    const double pulled = pull(i, ratios);
    const double all = item_readings_[i];
    log_items += std::log1p(all * ratios.item);
    equations.at(0, 0) += all - pulled * all * all;
    right[0] += item_sums_[i] * (1 - pulled * all);
    residual -= pulled * item_sums_[i] * item_sums_[i];
    for (const Read& read : reads_[i]) {
      equations.at(read.coefficient, 0) -= pulled * read.times * all;
      right[read.coefficient] -= pulled * read.times * item_sums_[i];
    }
  }
  for (const auto& [count, shared] : shared_) {
    const double pulled = ratios.item / (1 + static_cast<double>(count) * ratios.item);
    for (std::size_t a = 1; a < size; ++a)
      for (std::size_t b = 1; b <= a; ++b) equations.at(a, b) -= pulled * shared.at(a, b);
  }
  for (std::size_t a = 1; a < size; ++a) {
    equations.at(a, 0) *= scale;
    right[a] *= scale;
    equations.at(a, a) += assessor_readings_[a - 1];
    for (std::size_t b = 1; b <= a; ++b) equations.at(a, b) *= ratios.assessor;
    equations.at(a, a) += 1;
  }
  if (mean == Mean::known) {  // an equation of its own: 1 x = 0
    equations.at(0, 0) = 1;
    right[0] = 0;
    for (std::size_t a = 1; a < size; ++a) equations.at(a, 0) = 0;
  }
  Cholesky factor(std::move(equations));
  std::vector<double> coefficients = factor.solve(right);
  for (std::size_t a = 0; a < size; ++a) residual -= coefficients[a] * right[a];
  residual = std::max(residual, kLeastResidual * squares_);
  const double log_determinant = log_items + factor.log_determinant();
  return {ratios, mean, std::move(coefficients), residual, log_determinant, std::move(factor)};
}

double MixedModel::log_likelihood(const MixedFit& fit, double error_variance) const {
  return -0.5 *
         (fit.log_determinant + freedom(fit) * std::log(error_variance) + fit.residual / error_variance);
}

double MixedModel::likeliest_error_variance(const MixedFit& fit) const { return fit.residual / freedom(fit); }

double MixedModel::item_effect(std::size_t item, const MixedFit& fit) const {
  const double scale = std::sqrt(fit.ratios.assessor);
  double rest = item_sums_[item] - item_readings_[item] * fit.coefficients[0];
  for (const Read& read : reads_[item]) rest -= scale * read.times * fit.coefficients[read.coefficient];
  return pull(item, fit.ratios) * rest;
}

}  // namespace ibtikar
