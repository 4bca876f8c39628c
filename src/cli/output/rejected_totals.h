// How many records a batch rejected, by reason: for when not all of them were shown. And how many
// rows a mapping left out.
#pragma once

#include "ibtikar/message.h"
#include "ibtikar/summary.h"

namespace ibtikar::cli {

/// "120 records were rejected; by reason: 119 bad-json, 1 io": by the code of the first fault of
/// each.
[[nodiscard]] Message rejected_totals(const Summary& summary);

/// How many rows of tables the mapping left out.
[[nodiscard]] Message left_out_total(const Summary& summary);

}  // namespace ibtikar::cli
