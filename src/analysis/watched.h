// What a verdict hangs on: every number that is compared with something on the way to it.
//
// While none of these comparisons changes, and the score is a straight line, the verdict cannot
// change. So a search that follows them misses nothing between two weights.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "analysis/weight_dial.h"

namespace ibtikar {

/// A number in [0, 1], and what it is compared with.
struct Watched {
  double value = 0;
  double edge = 0;
  bool is_bound = false;  ///< over all that applies, not over what is answered
  bool is_overall = false;
};

/// The score whose verdict is asked for: a dimension's number, or kOverall.
using ScoreTarget = std::size_t;

[[nodiscard]] const Outcome& outcome_of(const Outcomes& outcomes, ScoreTarget target);

/// The band of the verdict, by number; nothing without one.
[[nodiscard]] std::optional<std::size_t> verdict_of(const ScorerPlan& plan, const Outcomes& outcomes,
                                                    ScoreTarget target);

/// One state of affairs: the comparisons, and the states that follow from them.
struct Regime {
  std::vector<Watched> watched;
  std::vector<std::size_t> states;  ///< how each comparison ends, gates, the least dimension
};

class Watcher {
 public:
  Watcher(const ScorerPlan& plan, ScoreTarget target);

  [[nodiscard]] Regime regime(const WeightDial& dial) const;

 private:
  struct AskedScore {
    std::size_t number = 0;  ///< by score_number()
    double limit = 0;        ///< from 0 to 100
  };

  static void note_scores(const Condition& condition, const Rubric& rubric, std::vector<AskedScore>& asked);

  ScoreTarget target_;
  std::vector<AskedScore> by_gates_;
  std::vector<AskedScore> by_bands_;
};

/// Whether everything that is watched is a straight line of the weight's share, from kink to kink.
/// `logarithm`: then the overall's logarithm is.
struct Straight {
  bool is_straight = false;
  bool logarithm = false;
};
[[nodiscard]] Straight straight(const WeightDial& dial, const WeightPlace& place);

}  // namespace ibtikar
