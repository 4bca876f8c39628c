// What the compiled scorer and the plain one (support/plain_scorer.h) must agree on.
#pragma once

#include "ibtikar/assessment.h"
#include "ibtikar/proposal.h"
#include "ibtikar/rubric.h"

namespace ibtikar::fuzz {

/// Every number as printed. Points and losses of a question may differ by a hundredth: the page leaves open
/// in which order they are multiplied, and a fuzzer finds the exact ties where the last bit decides.
void require_plain_scores(const Rubric& rubric, const Proposal& proposal, const Assessment& assessment);

}  // namespace ibtikar::fuzz
