// How far a score moves while one answer runs through all that may be answered.
#pragma once

#include <vector>

#include "analysis/watched.h"

namespace ibtikar {

/// One for each question that is shown or may be, applies, and is scored or named by a condition,
/// in the rubric's order.
[[nodiscard]] std::vector<AnswerSensitivity> tornado(const Rubric& rubric, const Assessment& assessment,
                                                     const AnswerSheet& sheet, ScoreTarget target);

}  // namespace ibtikar
