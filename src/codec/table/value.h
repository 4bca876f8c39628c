// What a cell of a table says. Cells have no types: the question decides how its answers are read.
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

/// true, yes, نعم, 1 and their opposites, in any case.
[[nodiscard]] std::optional<bool> truth_of_cell(std::string_view cell);

/// A number in any digits. If it may be two numbers, `decimal` decides. Empty if the cell states no
/// number, or may be two and the mark is unknown.
[[nodiscard]] std::optional<double> number_of_cell(std::string_view cell, DecimalMark decimal);

/// What is wrong with a cell that may be two numbers. Empty for all others. The pointer is empty.
[[nodiscard]] std::optional<Diagnostic> fault_of_two_numbers(std::string_view cell, DecimalMark decimal);

/// The answer that a cell gives to a question. An empty cell is an open answer. A cell that cannot
/// be read stays a text, which check_answer() then refuses.
[[nodiscard]] Answer answer_of_cell(const Question& question, std::string_view cell, DecimalMark decimal);

/// The rubric that a cell names: "small 1.0.0".
[[nodiscard]] RubricReference reference_of_cell(std::string_view cell);

/// If a cell is nearly a number: "; write 3 without %". Otherwise empty.
[[nodiscard]] Message number_hint(std::string_view cell, DecimalMark decimal);

}  // namespace ibtikar
