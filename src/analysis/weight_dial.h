// A rubric of which one weight can be turned, and the score after each turn.
//
// A changed rubric could be validated and compiled for each weight that is tried. This changes the
// compiled form in place, which is as exact and a thousand times cheaper. A property test compares
// the two.
#pragma once

#include <cstddef>
#include <vector>

#include "ibtikar/sensitivity.h"
#include "score/evaluate.h"
#include "score/plan.h"

namespace ibtikar {

/// Where a weight stands in the compiled rubric.
struct WeightPlace {
  WeightKind kind = WeightKind::question;
  std::size_t question = 0;  ///< itself, or one of the criterion's
  std::size_t group = SIZE_MAX;
  std::size_t criterion = 0;
  std::size_t dimension = 0;
  double weight = 0;  ///< today
};

/// All weights over 0: dimensions, contributions, question groups, questions.
[[nodiscard]] std::vector<WeightPlace> weight_places(const ScorerPlan& plan);

/// What the weight is weighed against: sums of the other parts' weights.
struct Rivals {
  bool applicable = false;  ///< whether the part itself applies
  double applying = 0;      ///< of those that apply
  double with_point = 0;    ///< of those that apply and have a point
};

class WeightDial {
 public:
  /// `sheet` must outlive this.
  WeightDial(const Rubric& rubric, const AnswerSheet& sheet);

  [[nodiscard]] const ScorerPlan& plan() const { return plan_; }
  [[nodiscard]] const Outcomes& outcomes() const { return outcomes_; }
  /// The same without any effect of gates, and unrounded: what gates see.
  [[nodiscard]] const Outcomes& before_gates() const { return before_gates_; }

  /// Scores with another weight, 0 or more. Only one weight may differ from today's.
  void turn(const WeightPlace& place, double weight);
  void back(const WeightPlace& place) { turn(place, place.weight); }

  /// Requires: all weights are today's.
  [[nodiscard]] Rivals rivals(const WeightPlace& place) const;
  /// Whether a rubric may lack this part: whether something remains to be scored.
  [[nodiscard]] bool can_be_left_out(const WeightPlace& place) const;

 private:
  ScorerPlan plan_;
  ScorerPlan ungated_;
  const AnswerSheet& sheet_;
  Outcomes outcomes_;
  Outcomes before_gates_;
};

}  // namespace ibtikar
