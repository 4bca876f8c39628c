// Severity and expected ranks: what the scores of a panel say about the order of the programs, once
// severe and lenient assessors, gaps and chance are taken into account.
//
// The model: the value that assessor j gave item i is mean + theta_i + nu_j + error. The mean is that
// of all values. The merits theta_i, the assessors' nu_j and the errors are independent and normal,
// around 0. The error is the sum of two: what this assessor thinks of this item, and chance. The
// standard deviations of merit and of both errors are not known: all values from 0 to two units are
// equally likely beforehand. That of the assessors is half a unit, unless it is given or fitted.
//
// Instead of drawing samples, rank_items() sums over a grid of two standard deviations, of merit and
// of error. At each point of it everything is normal and has a closed form.
//
// Source: R. Heyard, M. Ott, G. Salanti and M. Egger, Rethinking the Funding Line at the Swiss
// National Science Foundation: Bayesian Ranking and Lottery (2022). There the model is sampled; the
// published example comes out here within .07 of a rank.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "ibtikar/rubric.h"
#include "ibtikar/undefined.h"

namespace ibtikar {

/// One value that one assessor gave to one item (a program; or whatever is ranked), by number.
struct Rating {
  std::size_t item = 0;
  std::size_t assessor = 0;
  double value = 0;

  friend bool operator==(const Rating&, const Rating&) = default;
};

/// Ranks from `low` to `high`, both included; 1 is best.
struct RankInterval {
  std::size_t low = 1;
  std::size_t high = 1;

  friend bool operator==(const RankInterval&, const RankInterval&) = default;
};

struct RankEstimate {
  double merit = 0;     ///< mean + theta, on the scale of the values: an average assessor's value
  double merit_sd = 0;  ///< its standard deviation
  /// For comparisons: the difference of two merits has a standard deviation of about the root of the
  /// sum of both squares. It leaves out what is unsure about all items alike. Source: D. Firth and
  /// R. X. de Menezes, Quasi-variances (2004).
  double contrast_sd = 0;
  double expected_rank = 0;        ///< 1 to the number of items: 1 + how many are expected to be better
  double sucra = 0;                ///< (items - expected rank) / (items - 1), in [0, 1]: 1 is surely first
  RankInterval half;               ///< 50 % of the ranks; see rank_items()
  RankInterval ninety;             ///< 90 % of the ranks
  std::optional<double> raw_mean;  ///< of the values given; none without any
  std::size_t readings = 0;        ///< values given

  friend bool operator==(const RankEstimate&, const RankEstimate&) = default;
};

/// How much higher an assessor's values are than those of others. Above 0 is lenient where higher is
/// better, and severe where lower is.
struct SeverityEstimate {
  /// The mean of value minus the mean of all values of the same item, over items that others have
  /// read, too; none without any. Few readings make it large by chance: show it, never correct by it.
  std::optional<double> raw;
  double shrunk = 0;     ///< the model's nu_j
  double shrunk_sd = 0;  ///< its standard deviation
  std::size_t readings = 0;

  friend bool operator==(const SeverityEstimate&, const SeverityEstimate&) = default;
};

/// For each pair of items, the probability that one is better than the other.
class PairwiseProbabilities {
 public:
  PairwiseProbabilities() = default;
  explicit PairwiseProbabilities(std::size_t items) : items_(items), upper_(items * (items - 1) / 2, 0.5) {}

  /// That item `a` is better than item `b`; 1/2 for an item and itself.
  [[nodiscard]] double better(std::size_t a, std::size_t b) const {
    if (a == b) return 0.5;
    return a < b ? upper_[place(a, b)] : 1 - upper_[place(b, a)];
  }
  /// Requires: a < b.
  void set(std::size_t a, std::size_t b, double probability) { upper_[place(a, b)] = probability; }

  [[nodiscard]] std::size_t items() const { return items_; }
  friend bool operator==(const PairwiseProbabilities&, const PairwiseProbabilities&) = default;

 private:
  [[nodiscard]] std::size_t place(std::size_t a, std::size_t b) const {
    return a * (2 * items_ - a - 1) / 2 + (b - a - 1);
  }

  std::size_t items_ = 0;
  std::vector<double> upper_;  // a < b, row by row
};

struct RankingOptions {
  /// The unit of the scale. Standard deviations of merit and of both errors are at most two of it; that
  /// of the assessors is half of it. 20 for scores from 0 to 100, 1 for grades from 1 to 6.
  double unit = 20;
  Better better = Better::higher;
  std::optional<double> assessor_sd;  ///< of nu_j, above 0; half a unit if empty
  bool fit_assessor_sd = false;       ///< take what the values say is likeliest (REML), instead
};

struct RankingModel {
  std::optional<Undefined> undefined;  ///< if set, all else is empty
  std::vector<RankEstimate> items;
  std::vector<SeverityEstimate> assessors;
  PairwiseProbabilities pairwise;
  double mean = 0;         ///< of all values
  double item_sd = 0;      ///< of merit: the mean over the grid
  double assessor_sd = 0;  ///< as given or fitted
  double error_sd = 0;     ///< the mean over the grid
  Better better = Better::higher;

  friend bool operator==(const RankingModel&, const RankingModel&) = default;
};

/// Ranks `items` items by the values that `assessors` assessors gave. Any value may be missing. An
/// item without one is ranked by what is known of all of them, which is little.
///
/// The intervals of ranks take the comparisons of an item with each other one as independent (then
/// the number of better items has a Poisson-binomial distribution). That is an approximation.
///
/// Undefined if fewer than two items or assessors have values, if no item has two (then merit and
/// error cannot be told apart), or if all values are the same. Requires: numbers in range, unit > 0.
///
/// Cost: for n items, m assessors and r values, some thousand points of (r + m^3 / 6) for the grid;
/// r + m^3 + n^2 at the points that matter, about a hundred if n is large; and n^2 sqrt(n) for the
/// intervals. 1,000 items with 5 values each of 100 assessors take about two seconds, 100 items with
/// 20 assessors a tenth of one. Memory: 8 n^2 bytes.
[[nodiscard]] RankingModel rank_items(std::span<const Rating> ratings, std::size_t items,
                                      std::size_t assessors, const RankingOptions& options = {});

}  // namespace ibtikar
