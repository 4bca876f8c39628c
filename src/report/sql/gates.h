// Gates as SQL: whether they apply, and what they do to scores.
#pragma once

#include "report/sql/answers.h"

namespace ibtikar {

/// Adds whether each gate applies (`point`, and `certain` by the intervals of scores), what they do
/// to scores, and the overall score. Requires: dimensions before gates.
void add_gates(const SqlContext& context, Layers& layers);

}  // namespace ibtikar
