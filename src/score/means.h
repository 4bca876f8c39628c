// The dimensions as one number in each way there is, side by side: what one mean hides, another shows.
#pragma once

#include "ibtikar/assessment.h"

namespace ibtikar {

struct Means {
  Score arithmetic;
  Score geometric;
  Score minimum;

  friend bool operator==(const Means&, const Means&) = default;
};

/// Over the dimensions that apply and count, by their weights; no numbers while one of them has no score.
///
/// From the scores as they are shown, so that a saved assessment is enough. The one that the rubric combines
/// by is the assessment's own, to the last digit.
[[nodiscard]] Means means_of(const Assessment& assessment);

}  // namespace ibtikar
