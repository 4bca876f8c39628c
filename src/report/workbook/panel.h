// A panel as a workbook.
#pragma once

#include "ibtikar/panel.h"
#include "report/view/panel.h"
#include "report/workbook/workbook.h"

namespace ibtikar {

/// Sheets: the programs; the scores of each assessor; the answers by question; the talk lists; and
/// one for each table of the whole panel. Numbers are those of the JSON.
void fill_panel_workbook(Workbook& book, const Panel& panel, const PanelLook& look);

}  // namespace ibtikar
