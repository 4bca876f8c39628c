// A portfolio in text: the ranking's two ends, and what the whole of it came to.
#pragma once

#include <string>
#include <vector>

#include "ibtikar/report.h"
#include "ibtikar/row.h"
#include "ibtikar/rubric.h"
#include "ibtikar/summary.h"

namespace ibtikar {

/// The best and the last of `total` scored proposals, each in order; `last` is empty when `best`
/// holds all.
[[nodiscard]] std::string ranking_text(const Rubric& rubric, const std::vector<RankedRow>& best,
                                       const std::vector<RankedRow>& last, std::uint64_t total,
                                       const TextOptions& options);

/// Counts, verdicts, scores, what is open most often and what costs most.
[[nodiscard]] std::string summary_text(const Rubric& rubric, const Summary& summary,
                                       const TextOptions& options);

}  // namespace ibtikar
