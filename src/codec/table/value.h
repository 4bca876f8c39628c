// What a cell of a table says. Cells have no types: the question tells how its answers are read.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/blanks.h"
#include "base/number_reading.h"
#include "ibtikar/mapping.h"
#include "ibtikar/proposal.h"
#include "ibtikar/rubric.h"

namespace ibtikar {

/// true, yes, نعم, 1 and their opposites, whatever the case.
[[nodiscard]] std::optional<bool> truth_of_cell(std::string_view cell);

/// A number in any digits, and where it may be two with the decimal mark `decimal`. Nothing when the cell
/// states none, and when it may be two and the mark is unknown.
[[nodiscard]] std::optional<double> number_of_cell(std::string_view cell, DecimalMark decimal);

/// What is wrong with a cell that may be two numbers; nothing for all others. Its pointer is empty.
[[nodiscard]] std::optional<Diagnostic> fault_of_two_numbers(std::string_view cell, DecimalMark decimal);

/// The answer that a cell states to a question. An empty cell is an open answer; what cannot be read as the
/// question needs it stays a text, for check_answer() to refuse.
[[nodiscard]] Answer answer_of_cell(const Question& question, std::string_view cell, DecimalMark decimal);

/// Where a cell is nearly a number: "; write 3 without %". Nothing elsewhere.
[[nodiscard]] Message number_hint(std::string_view cell, DecimalMark decimal);

}  // namespace ibtikar
