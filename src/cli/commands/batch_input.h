// How a batch reads its input: what its options and its mapping say about it.
#pragma once

#include "cli/commands/batch.h"
#include "ibtikar/mapping.h"
#include "io/files/input_blocks.h"

namespace ibtikar::cli {

/// `mapping` may be null. `range`: of all inputs, what is read.
[[nodiscard]] io::InputOptions input_options(const BatchCommand& options, const Mapping* mapping,
                                             const ByteRange& range = {});

}  // namespace ibtikar::cli
