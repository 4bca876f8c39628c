// The dimensions as one number, in each of the three ways side by side: what one mean hides,
// another one shows.
#pragma once

#include "ibtikar/assessment.h"

namespace ibtikar {

struct Means {
  Score arithmetic;
  Score geometric;
  Score minimum;

  friend bool operator==(const Means&, const Means&) = default;
};

/// Means over the dimensions that apply and have a weight. Empty while one of them has no score.
///
/// The means use the scores as shown, so a saved assessment is enough. For the rubric's own way of
/// combining, the result is the assessment's own score, to the last digit.
[[nodiscard]] Means means_of(const Assessment& assessment);

}  // namespace ibtikar
