// Weights: how much each of several things counts, from what people judge about them.
//
// Four methods that are in use. They differ in what is asked: how many times one thing matters as
// much as another (AHP), in which order they matter (rank-order centroid), how much it would be
// worth to take each from its worst to its best (swing), or points outright.
//
// Sources: T. L. Saaty, The Analytic Hierarchy Process (1980); F. H. Barron and B. E. Barrett,
// Decision Quality Using Ranked Attribute Weights (1996); D. von Winterfeldt and W. Edwards,
// Decision Analysis and Behavioral Research (1986).
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace ibtikar {

inline constexpr std::string_view kJudgementsFormat = "ibtikar-judgements/1";
inline constexpr std::string_view kWeightsFormat = "ibtikar-weights/1";

enum class WeightMethod { ahp, rank_order_centroid, swing, points };

/// Most things that AHP compares: Saaty's random index goes no further, and nobody judges more than
/// 105 pairs with care.
inline constexpr std::size_t kMostJudged = 15;

/// A judgement in AHP goes from 1/9 (the second matters extremely more) to 9.
inline constexpr double kStrongestJudgement = 9;

/// From this consistency ratio on, Saaty advises to judge again.
inline constexpr double kInconsistent = 0.1;

/// "`first` matters `times` as much as `second`", by number.
struct PairJudgement {
  std::size_t first = 0;
  std::size_t second = 0;
  double times = 1;  ///< over 0

  friend bool operator==(const PairJudgement&, const PairJudgement&) = default;
};

/// A judgement beside the one that would fit the weights.
struct Misfit {
  PairJudgement judgement;
  double fitting = 1;  ///< weight of the first / weight of the second
  double factor = 1;   ///< how far they are apart, at least 1

  friend bool operator==(const Misfit&, const Misfit&) = default;
};

struct AhpResult {
  std::vector<double> weights;   ///< they add up to 1
  double lambda = 0;             ///< the principal eigenvalue; the number of things if consistent
  double consistency_index = 0;  ///< (lambda − n) / (n − 1); 0 for one thing
  std::optional<double> ratio;   ///< of that to the random index; none for fewer than three things
  std::vector<Misfit> misfits;   ///< all judgements, the worst first

  friend bool operator==(const AhpResult&, const AhpResult&) = default;
};

/// Saaty's random index: the mean consistency index of random judgements of n things (1 to 15). 0
/// for one and two, which cannot contradict each other.
[[nodiscard]] double random_index(std::size_t n);

/// The principal eigenvector of the matrix of judgements, by power iteration. Requires: 1 to 15
/// things, and one judgement of every pair. Cost: some hundred multiplications of the matrix.
[[nodiscard]] AhpResult ahp_weights(std::size_t n, const std::vector<PairJudgement>& judgements);

/// The mean of all weights that have this order: that of rank k among n things is (1/n)·Σ 1/i, for
/// i from k to n. `ranks[i]` is the rank of thing i, from 0, the most important first; things of
/// equal rank share the mean of what their places get. The weights add up to 1.
[[nodiscard]] std::vector<double> rank_order_centroid(const std::vector<std::size_t>& ranks);

/// Each amount's part of all: of points, or of the worth of swings. Empty if all are 0. Requires:
/// no amount is negative.
[[nodiscard]] std::vector<double> proportional_weights(const std::vector<double>& amounts);

}  // namespace ibtikar
