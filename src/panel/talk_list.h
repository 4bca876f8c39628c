// The talk list with a scorer that is at hand: see ibtikar/panel.h.
#pragma once

#include "ibtikar/panel.h"
#include "ibtikar/scorer.h"

namespace ibtikar {

/// `scorer` is of the rubric of the sheets.
[[nodiscard]] std::vector<TalkItem> talk_list(RowScorer& scorer,
                                              const std::vector<const AnswerSheet*>& sheets,
                                              const Consensus& consensus);

}  // namespace ibtikar
