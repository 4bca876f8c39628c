// `ibtikar map check`: what a mapping leaves uncovered in a table.
#pragma once

#include "cli/commands/map.h"
#include "ibtikar/mapping.h"
#include "ibtikar/proposal.h"
#include "ibtikar/rubric.h"

namespace ibtikar::cli {

/// Whether a cell's answer fits its question.
[[nodiscard]] bool fits(const Rubric& rubric, const ColumnUse& use, const Answer& answer);

/// Reads the whole table in constant memory. Status 1 if texts are refused.
[[nodiscard]] ExitStatus check_mapping(const MapOptions& options, const Rubric& rubric, Environment& env);

}  // namespace ibtikar::cli
