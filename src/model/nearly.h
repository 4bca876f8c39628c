// How far sums of decimal fractions may miss what they stand for (docs/scoring.md).
#pragma once

namespace ibtikar {

/// Rounding errors of IEEE doubles in [0, 1] stay far below this, and no rubric's step is so small.
inline constexpr double kNearly = 1e-9;

}  // namespace ibtikar
