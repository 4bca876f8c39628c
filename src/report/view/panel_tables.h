// The tables of a whole panel: agreement, severity, conflicts; who still has to read what, and who
// reads next.
#pragma once

#include <vector>

#include "report/view/panel.h"

namespace ibtikar {

[[nodiscard]] PanelTableView status_table(const Panel& panel, const Formatter& formatter);
/// The readings that would do most, the best first; or that it is settled.
[[nodiscard]] PanelTableView next_table(const Panel& panel, const Formatter& formatter);
[[nodiscard]] PanelTableView severity_table(const Panel& panel, const Formatter& formatter);
[[nodiscard]] PanelTableView conflict_table(const Panel& panel, const Formatter& formatter);
/// Alphas of the answers; what else is known of their agreement; scores.
[[nodiscard]] std::vector<PanelTableView> agreement_tables(const Panel& panel, const Formatter& formatter);

}  // namespace ibtikar
