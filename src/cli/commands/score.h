// `ibtikar score`: proposals in, reports out.
#pragma once

#include <string>
#include <vector>

#include "cli/checks/proposal_checks.h"
#include "cli/command_line/command.h"
#include "cli/output/report_outputs.h"

namespace ibtikar::cli {

struct ScoreOptions {
  CommonOptions common;
  OutputOptions output;
  std::vector<std::string> files;
  CheckOptions checks;
  bool lenient = false;
  bool strict = false;  ///< a warning is an error
};

[[nodiscard]] Command score_command(ScoreOptions& options);

/// Scores every file that can be scored. The others are reported, and the status says so.
[[nodiscard]] ExitStatus run_score(const ScoreOptions& options, Environment& env);

}  // namespace ibtikar::cli
