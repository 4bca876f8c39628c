// What the outputs of a batch depend on besides its input.
#pragma once

#include <string>

#include "cli/commands/batch.h"
#include "cli/commands/batch_plan.h"
#include "ibtikar/rubric.h"

namespace ibtikar::cli {

/// A text that is the same for two runs of the same program if the same records give the same bytes.
/// The names and the content of the input are not in it.
[[nodiscard]] std::string asked_of(const BatchCommand& options, const Rubric& rubric, BatchForm form);

}  // namespace ibtikar::cli
