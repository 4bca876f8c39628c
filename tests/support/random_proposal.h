// Random proposals for a rubric, the same for the same seed on every machine.
#pragma once

#include <cstddef>
#include <string>

#include "ibtikar/proposal.h"
#include "ibtikar/rubric.h"
#include "support/random.h"

namespace ibtikar::test {

/// Every state a question can be in, in any order of answers, hidden questions answered too.
/// Some proposals are empty, some complete, most between.
[[nodiscard]] Proposal random_proposal(const Rubric& rubric, Random& random);

/// An answer to one question that says something.
[[nodiscard]] Answer random_answer(const Rubric& rubric, std::size_t question, Random& random);

/// "Does not apply", in one of its two forms.
[[nodiscard]] Answer not_applicable_answer(const Question& question, Random& random);

/// The answer to a question, added when there is none.
[[nodiscard]] Answer& answer_to(Proposal& proposal, const std::string& full_id);

/// A proposal, one answer a line, for messages of failing tests.
[[nodiscard]] std::string text_of(const Proposal& proposal);

}  // namespace ibtikar::test
