// What each answer could bring, "Steps" of docs/scoring.md. One part of plain_scorer.h.
#pragma once

#include <string>
#include <vector>

#include "support/plain_weighing.h"

namespace ibtikar::test {

[[nodiscard]] std::vector<PlainAdvice> all_advice(const Rubric& rubric, const AnswersById& answers,
                                                  const Weighing& today);

/// What keeps an answer from more credit, of the three things that a question may require.
[[nodiscard]] std::vector<std::string> missing(const Standing& q, const Evidence& evidence);

}  // namespace ibtikar::test
