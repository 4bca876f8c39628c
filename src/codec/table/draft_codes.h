// Which texts of a column mean which answers.
#pragma once

#include <string>
#include <vector>

#include "codec/table/draft.h"

namespace ibtikar {

/// Looks at the texts of a column: finds what separates several answers in one cell, and proposes
/// codes for the texts that say nothing by themselves.
void draft_codes(DraftColumn& column, const std::vector<std::vector<std::string>>& rows,
                 const Rubric& rubric);

}  // namespace ibtikar
