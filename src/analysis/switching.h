// The weights at which a verdict changes (docs/scoring.md, "Switching values").
#pragma once

#include <optional>
#include <string>

#include "analysis/watched.h"

namespace ibtikar {

/// Between these a weight is searched: all that a rubric may have, besides 0.
inline constexpr double kLeastSearched = 1e-6;
inline constexpr double kGreatestSearched = 1e6;

/// The switching values of one weight. Leaves the dial at another weight.
class SwitchSearch {
 public:
  /// All must outlive this. Requires: the dial is at today's weights.
  SwitchSearch(WeightDial& dial, const Watcher& watcher, const WeightPlace& place, ScoreTarget target);

  [[nodiscard]] std::optional<SwitchingValue> up() { return towards(kGreatestSearched); }
  [[nodiscard]] std::optional<SwitchingValue> down() { return towards(kLeastSearched); }
  /// The change that only leaving the part out brings.
  [[nodiscard]] std::optional<SwitchingValue> left_out();

 private:
  /// The state of affairs at one weight.
  struct Probe {
    double weight = 0;
    Regime regime;
    std::optional<std::size_t> verdict;
  };
  /// Two weights close together, before and behind a change, and where the first regime began.
  struct Change {
    Probe before;
    Probe behind;
    Probe began;
  };

  [[nodiscard]] Probe probe(double weight);
  [[nodiscard]] std::optional<SwitchingValue> towards(double limit);
  [[nodiscard]] std::optional<Change> first_change(const Probe& near, const Probe& far, Probe& began);
  [[nodiscard]] std::optional<double> by_formula(const Change& change);
  [[nodiscard]] double weight_at(double share) const { return rival_ * share / (1 - share); }

  WeightDial& dial_;
  const Watcher& watcher_;
  const WeightPlace& place_;
  ScoreTarget target_;
  Straight straight_;
  Rivals rivals_;
  double rival_;  ///< what a share is counted against
  Probe today_;
};

/// A band's id; without a band, that too little is known.
[[nodiscard]] std::string verdict_name(const ScorerPlan& plan, const std::optional<std::size_t>& verdict,
                                       ScoreTarget target);

}  // namespace ibtikar
