// Charts of rankings: scores with intervals, expected ranks, and how often each rank occurs.
#pragma once

#include <string>
#include <vector>

#include "ibtikar/panel_ranking.h"
#include "report/html/writer.h"

namespace ibtikar {

/// A line from 0 to 100 with the interval of a score, and the score as a tick on it. Values outside
/// are cut: an expression may have any.
void score_span(HtmlWriter& html, const Words& words, const RankedProgram& ranked, const std::string& title);

/// A line from rank 1 to the last: 90 % and 50 % of the ranks, and the expected one as a tick.
void rank_span(HtmlWriter& html, const Words& words, const RankEstimate& expected, std::size_t programs,
               const std::string& title);

/// The shares of the ranks end to end, rank 1 the darkest. `shares`: of Smaa::acceptability.
void rank_shares(HtmlWriter& html, const Words& words, const std::vector<double>& shares,
                 const std::string& title);

/// What the shades mean: a strip from the first to the last rank.
void rank_shades(HtmlWriter& html, const Words& words, std::size_t programs, const std::string& title);

}  // namespace ibtikar
