// Random rubrics that pass validate(), the same for the same seed on every machine.
//
// Small, and as strange as the format allows: every question type, shared and
// own scales with and without scores, evidence tables or none, nested
// conditions on earlier questions, gates on dimensions and on the overall,
// weights of 0 and of a million, criteria that contribute to nothing.
#pragma once

#include <cstddef>
#include <cstdint>

#include "ibtikar/rubric.h"
#include "support/random.h"

namespace ibtikar::test {

struct RandomRubric {
  std::uint64_t seed = 0;   ///< of the draft that was taken
  std::size_t refused = 0;  ///< drafts before it that validate() refused
  RubricDraft draft;        ///< as it was before validate()
  Rubric rubric;
};

/// A draft that is right in all but some conditions, which may never hold.
[[nodiscard]] RubricDraft random_draft(std::uint64_t seed);
/// The same by choices of `random`: those of a fuzzer, for one.
[[nodiscard]] RubricDraft random_draft(Random& random);

/// The first draft from `seed * 100` on that validate() takes.
[[nodiscard]] RandomRubric random_rubric(std::uint64_t seed);

/// `draft` as a rubric. Requires that validate() takes it.
[[nodiscard]] Rubric checked(const RubricDraft& draft);

}  // namespace ibtikar::test
