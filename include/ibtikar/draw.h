// Draw: who is funded where the evidence cannot separate programs, by a lottery that anyone can
// repeat with paper, a calculator and `sha256sum`.
//
// The seed is a public text that nobody could know in advance (the numbers of a lottery on a day
// that was named before). Every program's ticket is the SHA-256 of seed, line feed and program id.
//
//   DrawPlan plan{.rule = DrawRule::snsf, .fund = 2, .seed = "6 of 49, 2026-12-05: 3 8 20 23 31 40"};
//   const Result<Draw> draw = draw_lots(entries, plan);
//
// docs/scoring.md, "Draws", defines both rules.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ibtikar/result.h"

namespace ibtikar {

inline constexpr std::string_view kDrawFormat = "ibtikar-draw/1";

/// Probabilities are whole multiples of one millionth.
inline constexpr std::int64_t kCertain = 1'000'000;

/// How places are given.
enum class DrawRule {
  /// The Swiss National Science Foundation's: the funding line is the expected rank of the last
  /// program that fits; those whose 50 % interval of ranks lies wholly above it are funded, those
  /// wholly below are not, and the rest draw for what is left, with equal chances (R. Heyard, M. Ott, G.
  /// Salanti and M. Egger, Rethinking the funding line at
  /// the Swiss National Science Foundation: Bayesian ranking and lottery, Statistics and Public
  /// Policy 9, 2022).
  snsf,
  /// p = clip(w v + b, 0, 1), with b such that the chances add up to the number of places.
  linear,
};

/// A program in a draw.
struct DrawEntry {
  std::string id;
  std::string title;
  std::vector<std::string> digests;  ///< of its files
  double score = 0;                  ///< v, the greater the better; of the linear rule
  double rank = 1;                   ///< expected rank, from 1; of the rule `snsf`
  double best = 1;                   ///< ends of its 50 % interval, best <= worst
  double worst = 1;
};

struct DrawPlan {
  DrawRule rule = DrawRule::snsf;
  std::size_t fund = 0;  ///< places, at least 1
  double weight = 0;     ///< w > 0, chance per point of score; of the linear rule
  std::string seed;      ///< not empty, and one line
};

enum class DrawGroup { funded, drawn, declined };

struct DrawnEntry {
  DrawEntry entry;
  DrawGroup group = DrawGroup::drawn;  ///< funded and declined: without lots
  std::int64_t chance = 0;             ///< in millionths of certainty
  std::string ticket;                  ///< 64 hexadecimal digits
  std::optional<std::size_t> place;    ///< from 1: its place in the order of the tickets of those drawn
  std::int64_t from = 0;               ///< linear rule: its stretch of the line begins here, in millionths
  std::optional<std::int64_t> mark;    ///< linear rule: the mark that fell on its stretch
  bool wins = false;
};

struct Draw {
  DrawPlan plan;
  std::string seed_digest;          ///< SHA-256 of the seed, 64 hexadecimal digits
  double line = 0;                  ///< `snsf`: the funding line, an expected rank
  double offset = 0;                ///< linear rule: b
  std::int64_t start = 0;           ///< linear rule: the first mark, in millionths
  std::size_t drawn = 0;            ///< how many draw lots
  std::size_t left = 0;             ///< for how many places
  std::vector<DrawnEntry> entries;  ///< in the order in which they were given
};

/// A draw as it is published: with where its numbers come from.
struct DrawRecord {
  Draw draw;
  std::string rubric;  ///< "social-innovation 2.0.0"
  std::string rubric_digest;
  std::string by;                     ///< what the scores are of: "overall"
  std::vector<std::string> left_out;  ///< programs without a score or an expected rank, by id
};

/// Decides. With no more entries than places, all are funded. An error says what is wrong with the
/// plan or an entry (code "bad-draw").
[[nodiscard]] Result<Draw> draw_lots(const std::vector<DrawEntry>& entries, const DrawPlan& plan);

/// Draws again with what a draw itself says of its entries, and names every difference: an empty
/// list says that it is correct.
[[nodiscard]] Diagnostics replay(const Draw& draw);

/// The chances of the linear rule before they are rounded to millionths, and b.
struct LinearChances {
  std::vector<double> chances;
  double offset = 0;
};
/// Requires: weight > 0, 0 < places < scores.size(). Exact: b is found between the breakpoints of a
/// sum of straight lines. Cost: a sort.
[[nodiscard]] LinearChances linear_chances(const std::vector<double>& scores, double weight,
                                           std::size_t places);

}  // namespace ibtikar
