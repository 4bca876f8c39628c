// What a cell of a table says. Cells have no types: the question tells how its answers are read.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ibtikar/proposal.h"
#include "ibtikar/rubric.h"

namespace ibtikar {

/// Without blanks at the ends, no-break ones and tabs included.
[[nodiscard]] std::string_view without_outer_blanks(std::string_view text);

/// true, yes, نعم, 1 and their opposites, whatever the case.
[[nodiscard]] std::optional<bool> truth_of_cell(std::string_view cell);

/// A number in any digits. A comma is a decimal point unless it is the delimiter.
[[nodiscard]] std::optional<double> number_of_cell(std::string_view cell, char delimiter);

/// The answer that a cell states to a question. An empty cell is an open answer; what cannot be read as the
/// question needs it stays a text, for check_answer() to refuse.
[[nodiscard]] Answer answer_of_cell(const Question& question, std::string_view cell, char delimiter);

/// Where a cell is nearly a number: "; write 3 without %". Nothing elsewhere.
[[nodiscard]] std::string number_hint(std::string_view cell, char delimiter);

}  // namespace ibtikar
