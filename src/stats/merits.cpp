// See merits.h.
#include "stats/merits.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace ibtikar {
namespace {

/// Differences without a deviation are decided: they are multiplied by this.
constexpr double kSure = 1e300;

/// How an effect that was eliminated hangs on the coefficients, and on nothing else that it shares.
struct Loading {
  std::vector<MixedModel::Read> on;  // coefficient and factor
  double own = 0;                    // the variance that each has for itself, in variances of the error
  double variance = 0;               // of what hangs on the coefficients, likewise
};

std::vector<double> times(const Matrix& covariance, const Loading& loading) {
  std::vector<double> out(covariance.size, 0.0);
  for (const MixedModel::Read& on : loading.on)
    for (std::size_t k = 0; k < out.size(); ++k) out[k] += on.times * covariance.at(on.coefficient, k);
  return out;
}

double dot(const Loading& loading, const std::vector<double>& column) {
  double sum = 0;
  for (const MixedModel::Read& on : loading.on) sum += on.times * column[on.coefficient];
  return sum;
}

Loading loading_of(const MixedModel& model, std::size_t eliminated, const MixedFit& fit,
                   const Matrix& covariance) {
  Loading out;
  out.own = model.pull(eliminated, fit.ratios);
  const double scale = model.scale(fit.ratios);
  for (const MixedModel::Read& read : model.reads(eliminated))
    out.on.push_back({read.coefficient, -out.own * scale * read.times});
  out.variance = dot(out, times(covariance, out));
  return out;
}

}  // namespace

double Merits::Moments::deviation() const { return std::sqrt(std::max(square - mean * mean, 0.0)); }

Merits::Merits(const MixedModel& model, Better better)
    : model_(&model),
      sign_(better == Better::higher ? 1 : -1),
      order_(model.items()),
      items_(model.items()),
      assessors_(model.assessors()),
      apart_(model.items(), 0.0),
      better_(model.items() * (model.items() - 1) / 2, 0.0) {
  std::iota(order_.begin(), order_.end(), std::size_t{0});
  if (!model.is_turned())
    std::ranges::stable_sort(order_, {}, [&](std::size_t item) { return model.reads(item); });
  for (std::size_t i = 0; i < order_.size(); ++i) {
    if (i == 0 || model.is_turned() || model.reads(order_[i]) != model.reads(order_[i - 1]))
      groups_.push_back({i, i});
    groups_.back().end = i + 1;
  }
}

void Merits::add(const GridPoint& point, double assessor_sd) {
  const MixedFit fit = model_->fit(ratios_at(point, assessor_sd), Mean::known);
  std::vector<double> merits(order_.size());
  for (std::size_t i = 0; i < merits.size(); ++i) merits[i] = model_->item_effect(order_[i], fit);
  const Matrix covariance = fit.equations.inverse();
  add_assessors(point, fit, covariance);
  if (model_->is_turned())
    add_solved_pairs(point, fit, covariance, merits);
  else
    add_pairs(point, fit, covariance, merits);
  add_distances(point.weight, merits);
}

void Merits::add_assessors(const GridPoint& point, const MixedFit& fit, const Matrix& covariance) {
  const double error = point.error_sd * point.error_sd;
  for (std::size_t j = 0; j < assessors_.size(); ++j) {
    double variance = 0;
    if (model_->is_turned()) {
      const Loading loading = loading_of(*model_, j, fit, covariance);
      variance = loading.own + loading.variance;
    } else {
      variance = fit.ratios.assessor * covariance.at(j + 1, j + 1);
    }
    assessors_[j].add(point.weight, model_->assessor_effect(j, fit), error * variance);
  }
}

/// The items are among the coefficients: their covariance is there.
void Merits::add_solved_pairs(const GridPoint& point, const MixedFit& fit, const Matrix& covariance,
                              const std::vector<double>& merits) {
  const double unit = point.error_sd * point.error_sd * fit.ratios.item;
  std::vector<double> deviations(groups_.size());
  for (std::size_t a = 0; a < groups_.size(); ++a) {
    for (std::size_t b = a; b < groups_.size(); ++b) {
      const double apart =
          covariance.at(a + 1, a + 1) + covariance.at(b + 1, b + 1) - 2 * covariance.at(a + 1, b + 1);
      const double variance = unit * std::max(apart, 0.0);
      deviations[b] = std::sqrt(variance);
      groups_[a].apart += point.weight * variance;
      if (a != b) groups_[b].apart += point.weight * variance;
    }
    items_[a].add(point.weight, merits[a], unit * covariance.at(a + 1, a + 1));
    compare(groups_[a], point.weight, merits, deviations);
  }
}

void Merits::add_pairs(const GridPoint& point, const MixedFit& fit, const Matrix& covariance,
                       const std::vector<double>& merits) {
  const double error = point.error_sd * point.error_sd;
  std::vector<Loading> loadings;
  for (const Alike& group : groups_)
    loadings.push_back(loading_of(*model_, order_[group.begin], fit, covariance));
  std::vector<double> deviations(groups_.size());  // of the difference from an item of each group
  for (std::size_t a = 0; a < groups_.size(); ++a) {
    const Loading& mine = loadings[a];
    const std::vector<double> column = times(covariance, mine);
    for (std::size_t b = a; b < groups_.size(); ++b) {
      const Loading& other = loadings[b];
      const double shared = a == b ? 2 * mine.variance : 2 * dot(other, column);
      const double apart = mine.own + other.own + mine.variance + other.variance - shared;
      const double variance = error * std::max(apart, 0.0);
      deviations[b] = std::sqrt(variance);
      groups_[a].apart += point.weight * variance * (groups_[b].count() - (a == b ? 1 : 0));
      if (a != b) groups_[b].apart += point.weight * variance * groups_[a].count();
    }
    for (std::size_t i = groups_[a].begin; i < groups_[a].end; ++i)
      items_[order_[i]].add(point.weight, merits[i], error * (mine.own + mine.variance));
    compare(groups_[a], point.weight, merits, deviations);
  }
}

void Merits::add_distances(double weight, const std::vector<double>& merits) {
  const double sum = std::accumulate(merits.begin(), merits.end(), 0.0);
  const double squares = std::inner_product(merits.begin(), merits.end(), merits.begin(), 0.0);
  const auto count = static_cast<double>(merits.size());
  for (std::size_t i = 0; i < merits.size(); ++i)
    apart_[order_[i]] += weight * (count * merits[i] * merits[i] - 2 * merits[i] * sum + squares);
}

void Merits::compare(const Alike& group, double weight, const std::vector<double>& merits,
                     const std::vector<double>& deviations) {
  const auto first = static_cast<std::size_t>(&group - groups_.data());
  for (std::size_t i = group.begin; i < group.end; ++i) {
    double* const row = better_.data() + i * (2 * order_.size() - i - 1) / 2;
    for (std::size_t b = first; b < groups_.size(); ++b) {
      const double scale = deviations[b] > 0 ? sign_ / deviations[b] : sign_ * kSure;
      for (std::size_t j = std::max(i + 1, groups_[b].begin); j < groups_[b].end; ++j)
        row[j - i - 1] += weight * normal_.below((merits[i] - merits[j]) * scale);
    }
  }
}

std::vector<double> Merits::contrast_deviations() const {
  const auto count = static_cast<double>(items_.size());
  double sum = 0;
  double squares = 0;
  for (const Moments& item : items_) {
    sum += item.mean;
    squares += item.mean * item.mean;
  }
  // By item, the sum of the variances of its differences; of variances v, (count - 2) v + all of them.
  std::vector<double> variances = apart_;
  for (const Alike& group : groups_)
    for (std::size_t i = group.begin; i < group.end; ++i) variances[order_[i]] += group.apart;
  for (std::size_t i = 0; i < variances.size(); ++i) {
    const double mean = items_[i].mean;
    variances[i] = std::max(variances[i] - (count * mean * mean - 2 * mean * sum + squares), 0.0);
  }
  const double all = std::accumulate(variances.begin(), variances.end(), 0.0) / (2 * (count - 1));
  for (double& variance : variances)
    variance = std::sqrt(std::max(count > 2 ? (variance - all) / (count - 2) : variance / 2, 0.0));
  return variances;
}

void Merits::write(RankingModel& out) const {
  out.mean = model_->center();
  const std::vector<double> contrasts = contrast_deviations();
  for (std::size_t i = 0; i < items_.size(); ++i) {
    out.items[i].merit = model_->center() + items_[i].mean;
    out.items[i].merit_sd = items_[i].deviation();
    out.items[i].contrast_sd = contrasts[i];
  }
  for (std::size_t j = 0; j < assessors_.size(); ++j) {
    out.assessors[j].shrunk = assessors_[j].mean;
    out.assessors[j].shrunk_sd = assessors_[j].deviation();
  }
  std::size_t place = 0;
  for (std::size_t i = 0; i < order_.size(); ++i)
    for (std::size_t j = i + 1; j < order_.size(); ++j) {
      const double better = std::min(better_[place++], 1.0);
      if (order_[i] < order_[j]) {
        out.pairwise.set(order_[i], order_[j], better);
      } else {
        out.pairwise.set(order_[j], order_[i], 1 - better);
      }
    }
}

}  // namespace ibtikar
