// `--fail-under LIMIT`: what every proposal of a run must reach. docs/commands/score.md, "Limits",
// describes how a limit is written.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/checks/outcome.h"
#include "cli/command_line/command.h"
#include "ibtikar/message.h"
#include "ibtikar/result.h"

namespace ibtikar::cli {

struct Threshold {
  enum class Of {
    score,    ///< the score of `name` is at least `number`
    low,      ///< even the worse end of its interval is
    gate,     ///< the gate `name` does not apply; empty: no gate does
    verdict,  ///< the verdict is the band `name` or better
  };
  Of of = Of::score;
  std::string name;   ///< a dimension's id or "overall"; a gate's; a band's
  double number = 0;  ///< in [0, 100]; compared with the number that is shown
};
using Thresholds = std::vector<Threshold>;

[[nodiscard]] CommandOption fail_under_option(std::vector<std::string>& texts);

/// Fails with a message if a text is not a threshold.
[[nodiscard]] Result<Thresholds> parse_thresholds(const std::vector<std::string>& texts);

/// A message on the first threshold that names what the rubric has not.
[[nodiscard]] std::optional<Message> unknown_name(const Thresholds& thresholds, const OutcomeNames& names);

/// One message for each threshold that is not met. A score that is undefined meets none, and
/// neither does the verdict that too little is known.
[[nodiscard]] std::vector<Message> misses(const Thresholds& thresholds, const OutcomeNames& names,
                                          const Outcome& outcome);

}  // namespace ibtikar::cli
