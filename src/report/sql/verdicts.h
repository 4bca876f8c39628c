// The numbers of a row as they are shown, and the verdict, as SQL.
#pragma once

#include "report/sql/answers.h"

namespace ibtikar {

/// Adds `round_low`, `round_high` and `round_point` of the overall and all dimensions, from 0 to
/// 100, and what else a row has. Requires: scores after gates.
void add_rows(const SqlContext& context, Layers& layers);

/// What the view selects from the last step.
[[nodiscard]] SqlText row_query(const SqlContext& context, const std::string& step);

}  // namespace ibtikar
