// The second door to a Rubric, for a draft that has been through the first one, validate(), before.
#pragma once

#include "ibtikar/rubric.h"

namespace ibtikar {

/// Requires: `draft` is Rubric::parts() of a rubric that validate() made. Checks nothing. It is for rubrics
/// that were checked when the program was built: checking them again would be a third of a start.
[[nodiscard]] Rubric approved(RubricDraft draft);

}  // namespace ibtikar
