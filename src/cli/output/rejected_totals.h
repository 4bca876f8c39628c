// How many records a batch rejected, by reason: for when not all of them were shown.
#pragma once

#include "ibtikar/message.h"
#include "ibtikar/summary.h"

namespace ibtikar::cli {

/// "120 records were rejected; by reason: 119 bad-json, 1 io": by the code of the first fault of
/// each.
[[nodiscard]] Message rejected_totals(const Summary& summary);

}  // namespace ibtikar::cli
