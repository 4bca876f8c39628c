// See ibtikar/weights.h.
#include "ibtikar/weights.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace ibtikar {
namespace {

using JudgementMatrix = std::vector<std::vector<double>>;

/// Power iteration of a positive matrix converges. This is far more than it takes.
constexpr int kMostRounds = 10'000;
constexpr double kConverged = 1e-15;

JudgementMatrix judgement_matrix(std::size_t n, const std::vector<PairJudgement>& judgements) {
  JudgementMatrix matrix(n, std::vector<double>(n, 1.0));
  for (const PairJudgement& one : judgements) {
    matrix[one.first][one.second] = one.times;
    matrix[one.second][one.first] = 1 / one.times;
  }
  return matrix;
}

std::vector<double> times_vector(const JudgementMatrix& matrix, const std::vector<double>& vector) {
  std::vector<double> product(vector.size(), 0.0);
  for (std::size_t i = 0; i < vector.size(); ++i)
    for (std::size_t j = 0; j < vector.size(); ++j) product[i] += matrix[i][j] * vector[j];
  return product;
}

std::vector<double> principal_eigenvector(const JudgementMatrix& matrix) {
  std::vector<double> weights(matrix.size(), 1 / static_cast<double>(matrix.size()));
  for (int round = 0; round < kMostRounds; ++round) {
    const std::vector<double> next = proportional_weights(times_vector(matrix, weights));
    double change = 0;
    for (std::size_t i = 0; i < next.size(); ++i) change = std::max(change, std::abs(next[i] - weights[i]));
    weights = next;
    if (change <= kConverged) break;
  }
  return weights;
}

std::vector<Misfit> misfits_of(const std::vector<PairJudgement>& judgements,
                               const std::vector<double>& weights) {
  std::vector<Misfit> misfits;
  for (const PairJudgement& one : judgements) {
    const double fitting = weights[one.first] / weights[one.second];
    misfits.push_back({one, fitting, std::max(one.times / fitting, fitting / one.times)});
  }
  std::ranges::stable_sort(misfits, std::ranges::greater(), &Misfit::factor);
  return misfits;
}

}  // namespace

double random_index(std::size_t n) {
  constexpr std::array<double, kMostJudged + 1> kIndex{0,    0,    0,    0.58, 0.90, 1.12, 1.24, 1.32,
                                                       1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59};
  return kIndex[n];
}

AhpResult ahp_weights(std::size_t n, const std::vector<PairJudgement>& judgements) {
  const JudgementMatrix matrix = judgement_matrix(n, judgements);
  AhpResult result;
  result.weights = principal_eigenvector(matrix);
  const std::vector<double> product = times_vector(matrix, result.weights);
  for (std::size_t i = 0; i < n; ++i)
    result.lambda += product[i] / result.weights[i] / static_cast<double>(n);
  const auto count = static_cast<double>(n);
  if (n > 1) result.consistency_index = (result.lambda - count) / (count - 1);
  if (n > 2) result.ratio = result.consistency_index / random_index(n);
  result.misfits = misfits_of(judgements, result.weights);
  return result;
}

std::vector<double> rank_order_centroid(const std::vector<std::size_t>& ranks) {
  const std::size_t n = ranks.size();
  std::vector<double> by_place(n, 0.0);
  double sum = 0;
  for (std::size_t place = n; place-- > 0;) {
    sum += 1 / static_cast<double>(place + 1);
    by_place[place] = sum / static_cast<double>(n);
  }
  std::vector<std::size_t> order(n);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return ranks[i]; });
  std::vector<double> weights(n, 0.0);
  for (std::size_t first = 0; first < n;) {
    std::size_t last = first;
    double shared = 0;
    for (; last < n && ranks[order[last]] == ranks[order[first]]; ++last) shared += by_place[last];
    for (std::size_t i = first; i < last; ++i) weights[order[i]] = shared / static_cast<double>(last - first);
    first = last;
  }
  return weights;
}

std::vector<double> proportional_weights(const std::vector<double>& amounts) {
  const double all = std::accumulate(amounts.begin(), amounts.end(), 0.0);
  if (!(all > 0)) return {};
  std::vector<double> weights;
  for (const double amount : amounts) weights.push_back(amount / all);
  return weights;
}

}  // namespace ibtikar
