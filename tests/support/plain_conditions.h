// Conditions as the plain scorer settles them. One part of plain_weighing.h.
#pragma once

#include <string>
#include <vector>

#include "support/plain_weighing.h"

namespace ibtikar::test {

/// `earlier`: at least the questions that the condition names. One that is not among them is unknown.
[[nodiscard]] Truth truth_of(const Condition& condition, const std::vector<Standing>& earlier,
                             const AnswersById& answers);

/// Whether an answer to a `choices` question has this option.
[[nodiscard]] bool is_chosen(const AnswerValue& value, const std::string& option);

}  // namespace ibtikar::test
