// Joins several parts into one value: questions of a group or a criterion, criteria of a dimension.
// docs/scoring.md, "Other ways to combine".
#pragma once

#include <optional>
#include <vector>

#include "ibtikar/rubric.h"

namespace ibtikar {

/// What enters: a question, a group or a criterion.
struct Part {
  double weight = 0;
  bool applicable = false;
  bool may_leave = false;    ///< all that applies in it is open, and could turn out not to apply
  bool keeps_point = false;  ///< some answer in it is sure to stay
  std::optional<double> point;
  double low = 0;
  double high = 1;
  double completeness = 0;
};

/// A Combination with its numbers filled in.
struct Joint {
  Joining how = Joining::mean;
  double limit = 1;
  double start = 0;
  double reached_at = 1;
};

/// `all_weights` is the weight of all parts that are ever scored, whether they apply or not.
[[nodiscard]] Joint joint_of(const Combination& combination, double all_weights);

/// Whether a step of this value is reached (`in_order`).
[[nodiscard]] bool reaches(const Joint& joint, double value);

/// The parts as one part with weight 0. A part that does not apply has the bounds 0 and 1.
[[nodiscard]] Part joined(const Joint& joint, const std::vector<Part>& parts);

/// The factors that turn a part's own points, and what it lost, into those of the whole.
struct Factors {
  double points = 0;
  double lost = 0;
};

/// One for each part; 0 for parts without a point. Requires: the whole has a point.
[[nodiscard]] std::vector<Factors> factors_of(const Joint& joint, const std::vector<Part>& parts);

}  // namespace ibtikar
