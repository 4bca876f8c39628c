// From exact numbers to those that are shown: rounded once. The band is that of the rounded score.
#pragma once

#include <cstddef>
#include <optional>

#include "ibtikar/assessment.h"
#include "score/evaluate.h"

namespace ibtikar {

[[nodiscard]] Score shown(const std::optional<double>& point);

[[nodiscard]] Measure measure_of(const Outcome& outcome, const std::optional<DisplayScale>& scale);

/// The verdict as a band, from the overall score and the gates: at the point, and the lowest and
/// highest that its bounds leave possible. Indices into the rubric's bands.
struct VerdictBands {
  std::optional<std::size_t> point;  ///< nothing without a score, or with too little answered
  std::optional<std::size_t> lowest;
  std::optional<std::size_t> highest;

  [[nodiscard]] bool settled() const { return lowest == highest; }
};
[[nodiscard]] VerdictBands verdict_bands(const ScorerPlan& plan, const Outcomes& outcomes,
                                         const Measure& overall);

}  // namespace ibtikar
