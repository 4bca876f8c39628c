// The numbers of a score on a scale of the rubric's own.
#pragma once

#include <string>

#include "ibtikar/rubric.h"

namespace ibtikar {

/// `share` of a score in [0, 1] as the number shown, halves upwards (docs/scoring.md).
[[nodiscard]] double on_scale(const DisplayScale& scale, double share);

/// How far apart two scores that differ by `share` are on the scale, likewise rounded.
[[nodiscard]] double width_on_scale(const DisplayScale& scale, double share);

/// A number of the scale with its decimals; never "-0".
[[nodiscard]] std::string scale_text(const DisplayScale& scale, double number);

}  // namespace ibtikar
