// Whether one answer fits its question, and what it comes to.
#pragma once

#include <string_view>

#include "ibtikar/answer_sheet.h"
#include "ibtikar/proposal.h"
#include "ibtikar/result.h"
#include "ibtikar/rubric.h"

namespace ibtikar {

/// The answer as a checked cell, its utility included (docs/scoring.md, "Words").
/// A fault's pointer is relative to the answer's object: "/value", "/evidence",
/// "/not_applicable". For an answer in short form the codec's locate() drops it.
[[nodiscard]] Result<Cell> check_answer(const Question& question, const Evidence& evidence,
                                        const Answer& answer);

/// u in [0, 1] of a checked cell; 0 for a question that gives none.
[[nodiscard]] double utility_of(const Question& question, const Cell& cell);

/// u of a number by its points (at least one, x rising).
[[nodiscard]] double utility_of_number(const std::vector<Point>& points, double x);

/// u of the level: its own score, or where its value lies between the least and the greatest.
[[nodiscard]] double utility_of_level(const std::vector<Level>& levels, std::size_t level);

/// The index of the evidence level with this id; the default's for an empty id.
[[nodiscard]] std::optional<std::size_t> find_evidence(const Evidence& evidence, const std::string& id);

/// Whether a note or a link holds more than blanks.
[[nodiscard]] bool says_something(std::string_view text);

/// An answer that says "does not apply" by its value: "n/a".
[[nodiscard]] bool says_not_applicable(const Answer& answer);

}  // namespace ibtikar
