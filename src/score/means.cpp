// See means.h. An assessment may come from a file, so its numbers are checked before they enter a
// mean.
#include "score/means.h"

#include <cmath>

#include "base/decimal.h"
#include "score/combiner.h"

namespace ibtikar {
namespace {

bool counts(const DimensionScore& dimension) { return dimension.applicable && dimension.weight > 0; }

/// Whether all dimensions that count have scores, and some dimension counts.
bool are_known(const Assessment& assessment) {
  bool some = false;
  for (const DimensionScore& dimension : assessment.dimensions) {
    if (!counts(dimension)) continue;
    const Score& score = dimension.measure.score;
    if (!score || !(*score >= 0 && *score <= 100) || !std::isfinite(dimension.weight)) return false;
    some = true;
  }
  return some;
}

Score combined(const Assessment& assessment, Combine how) {
  // The engine used unrounded numbers, and this function has rounded ones. For the rubric's own
  // way, the engine's result is exact.
  if (how == assessment.rubric.combine && assessment.overall.uncapped) return assessment.overall.uncapped;
  Combiner combiner(how);
  for (const DimensionScore& dimension : assessment.dimensions)
    if (counts(dimension)) combiner.add(dimension.weight, *dimension.measure.score / 100);
  return rounded(100 * combiner.mean());
}

}  // namespace

Means means_of(const Assessment& assessment) {
  if (!are_known(assessment)) return {};
  return {combined(assessment, Combine::arithmetic_mean), combined(assessment, Combine::geometric_mean),
          combined(assessment, Combine::minimum)};
}

}  // namespace ibtikar
