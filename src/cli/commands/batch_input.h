// How a batch reads its input: what its options and its mapping say about it.
#pragma once

#include "cli/commands/batch.h"
#include "ibtikar/mapping.h"
#include "io/files/input_blocks.h"

namespace ibtikar::cli {

/// `mapping` may be null.
[[nodiscard]] io::InputOptions input_options(const BatchCommand& options, const Mapping* mapping);

}  // namespace ibtikar::cli
