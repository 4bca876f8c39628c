// Fleiss' kappa, Gwet's AC1 and AC2, and the plain share of pairs that agree: one observed share,
// with several ideas of chance.
#include <algorithm>

#include "ibtikar/agreement.h"
#include "stats/cholesky.h"

namespace ibtikar {
namespace {

/// How often each value was given to each unit that was rated at all.
struct Counts {
  std::vector<std::vector<double>> units;  // [unit][value]
  std::vector<double> shares;              // by value: the mean over units of its share
  bool is_paired = false;                  // a unit has two ratings
  bool is_constant = false;
};

double sum_of(const std::vector<double>& numbers) {
  double sum = 0;
  for (const double number : numbers) sum += number;
  return sum;
}

std::vector<double> values_of(const std::vector<Ratings>& units, std::span<const double> scale) {
  std::vector<double> values(scale.begin(), scale.end());
  if (values.empty())
    for (const Ratings& unit : units)
      for (const std::optional<double>& value : unit)
        if (value) values.push_back(*value);
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  return values;
}

Counts counts_of(const std::vector<Ratings>& units, const std::vector<double>& values) {
  Counts out;
  for (const Ratings& unit : units) {
    std::vector<double> counts(values.size(), 0.0);
    for (const std::optional<double>& value : unit)
      if (value)
        counts[static_cast<std::size_t>(std::ranges::lower_bound(values, *value) - values.begin())] += 1;
    const double all = sum_of(counts);
    if (all > 0) out.units.push_back(std::move(counts));
    out.is_paired = out.is_paired || all > 1;
  }
  out.shares.assign(values.size(), 0.0);
  for (const std::vector<double>& counts : out.units)
    for (std::size_t v = 0; v < values.size(); ++v)
      out.shares[v] += counts[v] / sum_of(counts) / static_cast<double>(out.units.size());
  out.is_constant = std::ranges::count_if(out.shares, [](double share) { return share > 0; }) < 2;
  return out;
}

/// 1 for the same value, 0 for any other.
Matrix equal_or_not(std::size_t size) {
  Matrix weights(size);
  for (std::size_t v = 0; v < size; ++v) weights.at(v, v) = 1;
  return weights;
}

/// By the number of pairs among the values from one to the other, of those among all.
Matrix ordinal_weights(std::size_t size) {
  const auto pairs = [](std::size_t count) { return static_cast<double>(count * (count - 1)) / 2; };
  Matrix weights(size);
  for (std::size_t a = 0; a < size; ++a)
    for (std::size_t b = 0; b < size; ++b)
      weights.at(a, b) = a == b ? 1 : 1 - pairs((a > b ? a - b : b - a) + 1) / pairs(size);
  return weights;
}

/// The mean over units that two or more rated.
double observed_in(const Counts& counts, const Matrix& weights) {
  double sum = 0;
  double paired = 0;
  for (const std::vector<double>& unit : counts.units) {
    const double all = sum_of(unit);
    if (all < 2) continue;
    ++paired;
    for (std::size_t a = 0; a < unit.size(); ++a) {
      double alike = -1;
      for (std::size_t b = 0; b < unit.size(); ++b) alike += weights.at(a, b) * unit[b];
      sum += unit[a] * alike / (all * (all - 1));
    }
  }
  return sum / paired;
}

Estimate corrected(double observed, double chance) {
  return {(observed - chance) / (1 - chance), std::nullopt};
}

std::optional<Undefined> undefined_for(const Counts& counts) {
  if (!counts.is_paired) return Undefined::no_pairs;
  if (counts.is_constant) return Undefined::constant;
  return std::nullopt;
}

Estimate gwet(const Counts& counts, const Matrix& weights) {
  if (const auto undefined = undefined_for(counts)) return {std::nullopt, undefined};
  double spread = 0;
  for (const double share : counts.shares) spread += share * (1 - share);
  const auto size = static_cast<double>(weights.size);
  return corrected(observed_in(counts, weights), sum_of(weights.cells) / (size * (size - 1)) * spread);
}

}  // namespace

Estimate percent_agreement(const std::vector<Ratings>& units) {
  const Counts counts = counts_of(units, values_of(units, {}));
  if (!counts.is_paired) return {std::nullopt, Undefined::no_pairs};
  return {observed_in(counts, equal_or_not(counts.shares.size())), std::nullopt};
}

Estimate fleiss_kappa(const std::vector<Ratings>& units) {
  const Counts counts = counts_of(units, values_of(units, {}));
  if (const auto undefined = undefined_for(counts)) return {std::nullopt, undefined};
  double chance = 0;
  for (const double share : counts.shares) chance += share * share;
  return corrected(observed_in(counts, equal_or_not(counts.shares.size())), chance);
}

Estimate gwet_ac1(const std::vector<Ratings>& units, std::span<const double> scale) {
  const Counts counts = counts_of(units, values_of(units, scale));
  return gwet(counts, equal_or_not(counts.shares.size()));
}

Estimate gwet_ac2(const std::vector<Ratings>& units, std::span<const double> scale) {
  const Counts counts = counts_of(units, values_of(units, scale));
  return gwet(counts, ordinal_weights(counts.shares.size()));
}

}  // namespace ibtikar
