// Whether two assessors say the same about a question, whatever evidence, notes and links they give.
#pragma once

#include "ibtikar/answer_sheet.h"

namespace ibtikar {

/// An answer, or that the question does not apply.
[[nodiscard]] inline bool is_stated(const Cell& cell) { return cell.state != CellState::unanswered; }

[[nodiscard]] inline bool say_the_same(const Cell& a, const Cell& b) {
  if (a.state != b.state) return false;
  return a.state != CellState::answered ||
         (a.index == b.index && a.number == b.number && a.chosen == b.chosen);
}

}  // namespace ibtikar
