// What a condition compares with, as the number that Cell::number holds.
#pragma once

#include <optional>
#include <string>

#include "ibtikar/condition.h"
#include "ibtikar/rubric.h"

namespace ibtikar {

/// The operand on the question's own terms: a level's value or a number as it
/// is, yes 1 and no 0, an option by its index. Nothing when the operand is of
/// the wrong kind or names no option; levels and ranges are not checked.
[[nodiscard]] std::optional<double> operand_number(const Question& question, const Operand& operand);

/// true/false of a yes_no answer given as a boolean or as "yes" or "no".
[[nodiscard]] std::optional<bool> yes_or_no(const std::string& text);

/// The option's index by id.
[[nodiscard]] std::optional<std::size_t> find_option(const Question& question, const std::string& id);

}  // namespace ibtikar
