// A portfolio as one page: what the whole came to, how the scores are spread, where each program
// stands, and a table of all that can be read without a script and sorted and filtered with one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ibtikar/row.h"
#include "ibtikar/rubric.h"
#include "ibtikar/summary.h"

namespace ibtikar {

/// `rows` in their order, each with a link to its report where it has one; `language` empty: the
/// rubric's first. The map has the first dimension upward, the last across, and the middle one of
/// three or more as size; a rubric of one dimension has none.
[[nodiscard]] std::string portfolio_html(const Rubric& rubric, const std::vector<RankedRow>& rows,
                                         const Summary& summary, std::string_view language);

}  // namespace ibtikar
