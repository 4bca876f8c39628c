// Goal: what an improvement is to reach, resolved against the rubric.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "ibtikar/improve.h"
#include "score/evaluate.h"

namespace ibtikar {

/// One target: a band, or a score by number.
struct Want {
  std::optional<std::size_t> band;   ///< the worst verdict that will do
  std::size_t dimension = kOverall;  ///< without a band
  double number = 0;                 ///< in [0, 100]; of a band: what the overall score must be
  Better better = Better::higher;    ///< which side of `number` is meant

  /// Whether a score from 0 to 100 is on the right side.
  [[nodiscard]] bool allows(double score, double slack = 0) const {
    return better == Better::higher ? score >= number - slack : score <= number + slack;
  }
};

using Goal = std::vector<Want>;

/// Whether band number `a` is no worse a verdict than `b`. Bands rise; where lower is better, the
/// first is the best.
[[nodiscard]] inline bool is_no_worse_band(const ScorerPlan& plan, std::size_t a, std::size_t b) {
  return plan.better == Better::higher ? a >= b : a <= b;
}

/// Fails with code "usage" on a target that the rubric does not have.
[[nodiscard]] Result<Goal> goal_of(const ScorerPlan& plan, const std::vector<ImproveTarget>& targets);

/// Whether the scores as they are shown reach all of it.
[[nodiscard]] bool meets(const ScorerPlan& plan, const Goal& goal, const Outcomes& outcomes);

}  // namespace ibtikar
