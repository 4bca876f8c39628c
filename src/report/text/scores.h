// Scores as bars: the overall score, dimensions, criteria.
//
//   Sustainability    ██████████▓▓▓▓▓░░░░░░·····   60.00  44.10–82.00   Promising
//
// A bar is solid up to the low end of the interval, a shade lighter up to the
// score, lighter again up to the high end, and dots up to 100: it reads the
// same without colour. On a mirrored page it fills from the right.
#pragma once

#include <cstddef>
#include <vector>

#include "report/text/page.h"
#include "report/view/view.h"

namespace ibtikar {

/// The bar's cells, `width` columns together.
[[nodiscard]] std::vector<PageCell> bar_of(const ScoreView& score, std::size_t width);

/// The overall bar over the page's width, and under it where each band begins.
void write_overall_bar(Page& page, const ReportView& view);

void write_dimensions(Page& page, const ReportView& view);
void write_criteria(Page& page, const ReportView& view);

}  // namespace ibtikar
