// When a score is worse than it was: the rule of --baseline (docs/scoring.md, "Worse than before").
#pragma once

#include "ibtikar/assessment.h"
#include "ibtikar/rubric.h"

namespace ibtikar::cli {

enum class Worsening {
  none,
  possible,  ///< the score is worse, but the intervals overlap
  certain,   ///< every score that is possible now is worse than every one that was possible then
};

/// Scores are compared as they are shown, with two decimals. A score that is gone is worse
/// (possible); one that was not there before cannot be.
[[nodiscard]] Worsening worsening(const Measure& before, const Measure& now, Better better);

}  // namespace ibtikar::cli
