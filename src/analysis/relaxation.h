// Relaxation: what may still be reached while some criteria are not yet chosen.
//
// Nothing here decides that a plan is good; the scorer does. Relaxation only says that none can be:
// it takes every doubt for the program, and allows for rounding.
#pragma once

#include <optional>
#include <vector>

#include "analysis/fronts.h"

namespace ibtikar {

/// What reaching a target needs, as a sum over criteria: Σ coefficient·value >= need.
struct NeedRow {
  std::vector<double> coefficients;  ///< by criterion
  double need = 0;
};

class Relaxation {
 public:
  /// `fronts`: by criterion. `assumed`: by gate, whether it applies by the point; nothing: not
  /// assumed. All must outlive this.
  Relaxation(const Problem& problem, const World& world, const std::vector<const Front*>& fronts,
             const std::vector<std::optional<Truth>>& assumed);

  /// Whether the goal may be reached with these values of the criteria, or worse ones.
  [[nodiscard]] bool may_reach(const std::vector<double>& values);

  /// The rows; empty if nothing about the goal is linear.
  [[nodiscard]] std::vector<NeedRow> rows();

  /// One row more that these values do not satisfy: the tangent where they are. Nothing if the goal
  /// has no geometric mean, or if they reach it. Requires: rows() was called.
  [[nodiscard]] std::optional<NeedRow> tangent_at(const std::vector<double>& values) const;

 private:
  /// A dimension's value as constant + Σ coefficient·value, no worse than it is.
  struct Line {
    std::vector<double> coefficients;
    double constant = 0;
    [[nodiscard]] double at(const std::vector<double>& values) const;
  };

  [[nodiscard]] std::optional<double> dimension(std::size_t d, const std::vector<double>& values) const;
  void add_range(const std::optional<double>& best, const Outcome& outcome, Better better);
  void fill_best_ranges(const std::vector<double>& values,
                        const std::vector<std::optional<double>>& dimensions,
                        const std::optional<double>& overall);
  void settle_gates(const std::vector<double>& values);
  [[nodiscard]] double after_gates(std::size_t target, double value) const;
  [[nodiscard]] std::optional<double> combined(const std::vector<std::optional<double>>& dimensions) const;
  [[nodiscard]] bool band_is_possible(std::size_t band) const;
  [[nodiscard]] std::optional<double> needed(std::size_t target, const Want& want) const;
  [[nodiscard]] std::optional<Line> line_of(std::size_t d) const;
  [[nodiscard]] std::optional<Line> line_after_gates(std::size_t d) const;
  [[nodiscard]] NeedRow row_of(const Line& line, double need, Better better) const;
  void add_overall_rows(double need, std::vector<NeedRow>& rows);
  [[nodiscard]] NeedRow tangent(const std::vector<double>& touched) const;
  void add_assumption(const Condition& condition, bool holds, std::vector<NeedRow>& rows) const;

  const Problem& problem_;
  const ScorerPlan& plan_;
  const World& world_;
  const std::vector<const Front*>& fronts_;
  const std::vector<std::optional<Truth>>& assumed_;
  std::vector<double> worst_;         ///< values: each criterion at its cheapest option
  std::vector<double> best_;          ///< each at its best one
  std::vector<Truth> gates_;          ///< at best, for the rows
  std::vector<ScoreRange> ranges_;    ///< a buffer
  std::vector<Line> parts_;           ///< of a geometric mean: its dimensions
  std::vector<double> part_weights_;  ///< theirs; they add up to 1
  double part_need_ = 0;              ///< what it must be
  bool possible_ = true;              ///< no gate contradicts what is assumed
};

}  // namespace ibtikar
