// WeightsView: a table of weights in the reader's language, before a format lays it out.
#pragma once

#include <string>
#include <vector>

#include "base/safe_targets.h"
#include "ibtikar/report.h"

namespace ibtikar {

struct WeightRowView {
  std::string name;
  std::string before;
  std::string now;
  double share = 0;
};

struct WeightsView {
  bool right_to_left = false;
  std::string title;
  std::string part;
  std::string before;
  std::string now;
  std::vector<WeightRowView> rows;
  std::vector<std::string> remarks;  ///< how consistent the judgements are, and which fit worst
};

[[nodiscard]] WeightsView weights_view(const WeightTable& table, const WeightsReportOptions& options,
                                       Target target);

}  // namespace ibtikar
