// Where one question stands: its state, its utility, its bounds. One part of plain_weighing.h.
#pragma once

#include "support/plain_weighing.h"

namespace ibtikar::test {

[[nodiscard]] Standing standing_of(const Section& section, const Criterion& criterion,
                                   const Question& question, const Rubric& rubric,
                                   const std::vector<Standing>& earlier, const AnswersById& answers);

[[nodiscard]] bool is_scored(const Question& question);

}  // namespace ibtikar::test
