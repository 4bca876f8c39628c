// How a batch reads its input: what its options and its mapping say about it.
#pragma once

#include <string>
#include <vector>

#include "cli/commands/batch.h"
#include "ibtikar/mapping.h"
#include "io/files/input_blocks.h"

namespace ibtikar::cli {

/// `mapping` may be null.
[[nodiscard]] io::InputOptions input_options(const BatchCommand& options, const Mapping* mapping);

/// What is said about tables is of no use where there are none; it may have been meant for
/// something else. A remark on each such option.
[[nodiscard]] std::vector<Message> unused_for_want_of_tables(const BatchCommand& options);

}  // namespace ibtikar::cli
