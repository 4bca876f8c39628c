// Gates as the plain scorer settles them, those that ask scores too. One part of plain_weighing.h.
#pragma once

#include <string>
#include <vector>

#include "support/plain_weighing.h"

namespace ibtikar::test {

/// Fills both lists of gates. Requires: all scores as they are before gates, the overall too.
void settle_gates(const Rubric& rubric, const AnswersById& answers, Weighing& before_gates);

/// Fills both lists of bands. Requires: all scores as they are after gates.
void settle_bands(const Rubric& rubric, const AnswersById& answers, Weighing& after_gates);

/// Whether going on could still leave the dimension without an applicable
/// criterion. It would then leave the overall, and its cap with it.
[[nodiscard]] bool may_still_leave(const std::string& dimension, const std::vector<Standing>& questions);

}  // namespace ibtikar::test
