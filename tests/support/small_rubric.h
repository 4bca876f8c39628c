// Rubrics of one criterion, for tests that look at a single question or gate.
//
// The rubric "r", version "1", has the dimension "d" and the criterion "c"; the bands low (from 0) and high
// (from 70); and the evidence levels said (margin 0.25, ceiling 0.75), shown (margin 0.1) and checked (margin
// 0).
#pragma once

#include <string>

#include "ibtikar/proposal.h"
#include "ibtikar/rubric.h"

namespace ibtikar::test {

/// `questions` and `gates` are JSON arrays. Throws std::logic_error if the rubric is not valid.
[[nodiscard]] Rubric small_rubric(const std::string& questions, const std::string& gates = "[]");

/// The same with any other text of a rubric.
[[nodiscard]] Rubric rubric_of(const std::string& text);

/// An answer with this evidence.
[[nodiscard]] Answer answer_with(const std::string& evidence, AnswerValue value);

}  // namespace ibtikar::test
