// What half of the random rubrics have besides: other ways to combine, question groups, scales shown, lower
// better, what answers need, conditions of bands, gates that multiply, add or raise.
#pragma once

#include <string>

#include "ibtikar/rubric.h"
#include "support/random.h"
#include "support/random_condition.h"

namespace ibtikar::test {

/// The text that a reader of any language sees.
[[nodiscard]] LocalizedText in_any_language(std::string text);

/// A test on some score of the draft, alone or beside a condition on questions.
[[nodiscard]] Condition random_score_condition(const RubricDraft& draft, const std::vector<Askable>& askable,
                                               Random& random);

/// `askable`: every question that a condition may name.
void enrich(RubricDraft& draft, const std::vector<Askable>& askable, Random& random);

}  // namespace ibtikar::test
