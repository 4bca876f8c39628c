// See mixed_model.h.
#include "stats/mixed_model.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

namespace ibtikar {
namespace {

/// Values that the model fits exactly leave a residual of rounding errors, which may be below 0.
constexpr double kLeastResidual = 1e-12;

/// Cells of all sums of products together: 16 MiB. Those that save most are kept.
constexpr std::size_t kMostSharedCells = std::size_t{1} << 21;

}  // namespace

MixedModel::MixedModel(std::span<const Rating> ratings, std::size_t items, std::size_t assessors)
    : is_turned_(assessors > items),
      readings_(ratings.size()),
      sums_(std::max(items, assessors), 0.0),
      counts_(sums_.size(), 0.0),
      reads_(sums_.size()),
      solved_sums_(std::min(items, assessors), 0.0),
      solved_readings_(solved_sums_.size(), 0.0) {
  for (const Rating& rating : ratings) center_ += rating.value / static_cast<double>(readings_);
  std::vector<std::map<std::size_t, double>> read_by(reads_.size());
  for (const Rating& rating : ratings) {
    const double value = rating.value - center_;
    const std::size_t eliminated = is_turned_ ? rating.assessor : rating.item;
    const std::size_t solved = is_turned_ ? rating.item : rating.assessor;
    squares_ += value * value;
    sums_[eliminated] += value;
    counts_[eliminated] += 1;
    solved_sums_[solved] += value;
    solved_readings_[solved] += 1;
    read_by[eliminated][solved + 1] += 1;
  }
  for (std::size_t i = 0; i < reads_.size(); ++i)
    for (const auto& [coefficient, times] : read_by[i]) reads_[i].push_back({coefficient, times});
  share_products();
}

/// Adding a sum of products costs a square of the side that is solved at each fit, whatever many share it.
void MixedModel::share_products() {
  std::map<std::size_t, double> costs;  // of adding each alone, by number of readings
  for (std::size_t i = 0; i < reads_.size(); ++i)
    costs[static_cast<std::size_t>(counts_[i])] += std::pow(static_cast<double>(reads_[i].size()), 2);
  std::vector<std::pair<double, std::size_t>> dearest;
  for (const auto& [count, cost] : costs) dearest.emplace_back(cost, count);
  std::ranges::sort(dearest, std::greater<>());
  const std::size_t side = solved() + 1;
  for (const auto& [cost, count] : dearest) {
    const bool is_worth_it = cost > static_cast<double>(side * side);
    if (is_worth_it && (shared_.size() + 1) * side * side <= kMostSharedCells)
      shared_.try_emplace(count, side);
  }
  for (std::size_t i = 0; i < reads_.size(); ++i) {
    const auto shared = shared_.find(static_cast<std::size_t>(counts_[i]));
    if (shared == shared_.end()) {
      if (!reads_[i].empty()) alone_.push_back(i);
      continue;
    }
    for (const Read& a : reads_[i])
      for (const Read& b : reads_[i]) shared->second.at(a.coefficient, b.coefficient) += a.times * b.times;
  }
}

double MixedModel::scale(const VarianceRatios& ratios) const {
  return std::sqrt(is_turned_ ? ratios.item : ratios.assessor);
}

double MixedModel::pull(std::size_t eliminated, const VarianceRatios& ratios) const {
  const double ratio = eliminated_ratio(ratios);
  return ratio / (1 + counts_[eliminated] * ratio);
}

MixedFit MixedModel::fit(const VarianceRatios& ratios, Mean mean) const {
  const std::size_t size = solved() + 1;
  const double ratio = eliminated_ratio(ratios);
  const double solved_ratio = is_turned_ ? ratios.item : ratios.assessor;
  const double scale = std::sqrt(solved_ratio);
  Matrix equations(size);
  std::vector<double> right(size, 0.0);
  double residual = squares_;
  double log_eliminated = 0;
  for (std::size_t j = 0; j < solved(); ++j) {
    equations.at(j + 1, 0) = solved_readings_[j];
    right[j + 1] = solved_sums_[j];
  }
  for (std::size_t i = 0; i < reads_.size(); ++i) {
    const double pulled = pull(i, ratios);
    const double all = counts_[i];
    log_eliminated += std::log1p(all * ratio);
    equations.at(0, 0) += all - pulled * all * all;
    right[0] += sums_[i] * (1 - pulled * all);
    residual -= pulled * sums_[i] * sums_[i];
    for (const Read& read : reads_[i]) {
      equations.at(read.coefficient, 0) -= pulled * read.times * all;
      right[read.coefficient] -= pulled * read.times * sums_[i];
    }
  }
  for (const auto& [count, shared] : shared_) {
    const double pulled = ratio / (1 + static_cast<double>(count) * ratio);
    for (std::size_t a = 1; a < size; ++a)
      for (std::size_t b = 1; b <= a; ++b) equations.at(a, b) -= pulled * shared.at(a, b);
  }
  for (const std::size_t i : alone_) {
    const double pulled = pull(i, ratios);
    for (std::size_t a = 0; a < reads_[i].size(); ++a)
      for (std::size_t b = 0; b <= a; ++b)
        equations.at(reads_[i][a].coefficient, reads_[i][b].coefficient) -=
            pulled * reads_[i][a].times * reads_[i][b].times;
  }
  for (std::size_t a = 1; a < size; ++a) {
    equations.at(a, 0) *= scale;
    right[a] *= scale;
    equations.at(a, a) += solved_readings_[a - 1];
    for (std::size_t b = 1; b <= a; ++b) equations.at(a, b) *= solved_ratio;
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
  const double log_determinant = log_eliminated + factor.log_determinant();
  return {ratios, mean, std::move(coefficients), residual, log_determinant, std::move(factor)};
}

double MixedModel::log_likelihood(const MixedFit& fit, double error_variance) const {
  return -0.5 *
         (fit.log_determinant + freedom(fit) * std::log(error_variance) + fit.residual / error_variance);
}

double MixedModel::likeliest_error_variance(const MixedFit& fit) const { return fit.residual / freedom(fit); }

double MixedModel::eliminated_effect(std::size_t number, const MixedFit& fit) const {
  const double factor = scale(fit.ratios);
  double rest = sums_[number] - counts_[number] * fit.coefficients[0];
  for (const Read& read : reads_[number]) rest -= factor * read.times * fit.coefficients[read.coefficient];
  return pull(number, fit.ratios) * rest;
}

double MixedModel::item_effect(std::size_t item, const MixedFit& fit) const {
  return is_turned_ ? solved_effect(item, fit) : eliminated_effect(item, fit);
}

double MixedModel::assessor_effect(std::size_t assessor, const MixedFit& fit) const {
  return is_turned_ ? eliminated_effect(assessor, fit) : solved_effect(assessor, fit);
}

}  // namespace ibtikar
