// A panel as Markdown.
#pragma once

#include <string>

#include "report/view/panel.h"

namespace ibtikar {

/// What the terminal's report says, with the scores in tables.
[[nodiscard]] std::string render_panel_markdown(const Panel& panel, const PanelLook& look);

}  // namespace ibtikar
