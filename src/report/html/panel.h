// A panel as one HTML file.
#pragma once

#include <string>

#include "report/view/panel.h"

namespace ibtikar {

/// Of more programs the answers one by one are left out: the page would be too long to open.
inline constexpr std::size_t kMostMaps = 100;

/// The scores of all programs as a forest plot, then each program with the scores of its assessors,
/// its talk list and a map of the answers, then the tables of the whole panel. As render_html() it
/// needs nothing else.
[[nodiscard]] std::string render_panel_html(const Panel& panel, const PanelLook& look);

}  // namespace ibtikar
