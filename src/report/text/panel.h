// A panel for the terminal.
#pragma once

#include <string>

#include "report/view/panel.h"

namespace ibtikar {

/// Each program with its scores and its talk list, then the tables of the whole panel. Lines are
/// laid out as in render_text().
[[nodiscard]] std::string render_panel_text(const Panel& panel, const PanelLook& look);

}  // namespace ibtikar
