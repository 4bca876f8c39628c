// SMAA-2: how far a ranking depends on weights that nobody can know exactly, and on answers that
// nobody has shown.
//
// Every draw takes weights of the dimensions and an answer to every question that is not certain,
// and ranks all programs. What is counted over all draws says which programs are at the top by any
// reasonable weights, and which only by some (R. Lahdelma and P. Salminen, SMAA-2: Stochastic
// multicriteria acceptability analysis for group decision making, Operations Research 49, 2001).
// docs/scoring.md, "Robust rankings", says what is drawn.
//
// The same seed gives the same numbers, for any number of threads.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ibtikar/ranking.h"
#include "ibtikar/scorer.h"

namespace ibtikar {

/// Most programs that simulate_ranks() takes: it keeps a number for each program and rank.
inline constexpr std::size_t kMostSimulated = 2'000;
/// Most programs of which each is compared with each.
inline constexpr std::size_t kMostPaired = 250;
inline constexpr std::uint64_t kMostDraws = 1'000'000;

struct SmaaOptions {
  std::uint64_t draws = 10'000;  ///< 1 to kMostDraws
  /// Weights lie at most this share (0 to 1) above or below the rubric's; none: any weights.
  std::optional<double> within;
  std::string seed;   ///< any text
  unsigned jobs = 0;  ///< threads; 0: one for each processor
};

struct Smaa {
  /// b(i, r): in which share of the draws program i has rank r + 1. Ties share the better rank.
  std::vector<std::vector<double>> acceptability;
  /// In which share program i is better than program j; empty with more than kMostPaired programs.
  std::vector<std::vector<double>> wins;
  /// By program: the mean of the weights with which it came first, by dimension; they add up to 1.
  /// Empty if it never came first.
  std::vector<std::vector<double>> central;
  /// How often it comes first with these weights; none if it never came first.
  std::vector<std::optional<double>> confidence;
};

/// `programs`: the answers of each program, one sheet for each assessor, of whose values the mean
/// counts. `by`: what the programs are ranked by; the drawn weights are those in `overall`.
/// A program without a sheet is worse than all others. Requires: 1 to kMostSimulated programs. Cost:
/// one scoring without words per sheet and draw, twice.
[[nodiscard]] Smaa simulate_ranks(const Scorer& scorer, const RankExpression& by,
                                  const std::vector<std::vector<AnswerSheet>>& programs,
                                  const SmaaOptions& options);

}  // namespace ibtikar
