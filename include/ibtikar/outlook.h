// Outlook: where a score stands while questions are still being answered.
//
// It has the same numbers as the Assessment, without words and advice, and is cheap enough for
// every key press. docs/scoring.md defines the numbers.
#pragma once

#include <string>
#include <vector>

#include "ibtikar/assessment.h"

namespace ibtikar {

struct Outlook {
  Measure overall;
  std::vector<Measure> dimensions;  ///< in the rubric's order
  std::string verdict;              ///< a band's id, or kInsufficient
  bool settled = false;             ///< no open answer can change the band of the overall score
  std::string settled_band;         ///< that band's id; empty unless settled
  std::vector<bool> urgent;         ///< by question: open, and named by a gate that may apply
};

}  // namespace ibtikar
