// A result as lines of text, every number as printed: two results are equal
// when their lines are, and where they differ a person sees what differs.
#pragma once

#include <string>

#include "ibtikar/assessment.h"
#include "support/plain_scorer.h"

namespace ibtikar::test {

[[nodiscard]] std::string facts_of(const PlainResult& result);
[[nodiscard]] std::string facts_of(const Assessment& assessment);

/// The lines on which the two differ, "expected" and "got"; empty when there is none.
[[nodiscard]] std::string differences(const std::string& expected, const std::string& got);

}  // namespace ibtikar::test
