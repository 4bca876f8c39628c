// Outlook: where a score stands while questions are still being answered.
//
// The same numbers as the Assessment's, without its words and its advice: cheap
// enough for every key press. Source of the mathematics: docs/scoring.md.
#pragma once

#include <string>
#include <vector>

#include "ibtikar/assessment.h"

namespace ibtikar {

struct Outlook {
  Measure overall;
  std::vector<Measure> dimensions;  ///< in the rubric's order
  std::string verdict;              ///< a band's id, or kInsufficient
  bool settled = false;             ///< whatever the open answers are, the overall stays in one band
  std::string settled_band;         ///< that band's id; empty unless settled
  std::vector<bool> urgent;         ///< by question: open, and named by a gate that may apply
};

}  // namespace ibtikar
