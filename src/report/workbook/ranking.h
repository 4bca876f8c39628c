// A ranking as a workbook: the order with all numbers, and how often each rank occurs.
#pragma once

#include <string>

#include "ibtikar/panel_ranking.h"
#include "report/workbook/workbook.h"

namespace ibtikar {

void fill_ranking(Workbook& book, const PanelRanking& ranking, const std::string& language);

}  // namespace ibtikar
