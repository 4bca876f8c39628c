// A panel as one table for programs: a row for each score, answer and line of a talk list.
#pragma once

#include <string>

#include "ibtikar/panel.h"

namespace ibtikar {

/// RFC 4180 with a header row and CRLF; docs/formats.md names the columns. No cell is a formula.
[[nodiscard]] std::string render_panel_csv(const Panel& panel, bool byte_order_mark);

}  // namespace ibtikar
