// `--fail-under [DIMENSION=]NUMBER`: scores that a run must reach.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ibtikar/assessment.h"
#include "ibtikar/message.h"

namespace ibtikar::cli {

struct Threshold {
  std::string dimension;  ///< a dimension's id, or "overall"
  double least = 0;       ///< in [0, 100]; compared with the number that is shown
};
using Thresholds = std::vector<Threshold>;

/// Fails with a message if the text is not a threshold.
[[nodiscard]] Result<Thresholds> parse_thresholds(const std::vector<std::string>& texts);

/// A message on the first threshold for a dimension that the assessment has not.
[[nodiscard]] std::optional<Message> unknown_dimension(const Thresholds& thresholds,
                                                       const Assessment& assessment);

/// One message for each threshold that is not met; a score that is undefined meets none.
[[nodiscard]] std::vector<Message> misses(const Thresholds& thresholds, const Assessment& assessment);

}  // namespace ibtikar::cli
