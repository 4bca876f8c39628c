// `ibtikar because`: the fewest answers that force a verdict, or a gate.
#pragma once

#include <string>

#include "cli/command_line/command.h"
#include "cli/environment.h"
#include "cli/output/documents.h"

namespace ibtikar::cli {

struct BecauseCommandOptions {
  CommonOptions common;
  std::string file;
  std::string gate;  ///< --cap; empty: the verdict
  bool lenient = false;
  DocumentOptions documents;
};

[[nodiscard]] Command because_command(BecauseCommandOptions& options);
/// Status threshold_not_met if the answers do not settle it.
[[nodiscard]] ExitStatus run_because(const BecauseCommandOptions& options, Environment& env);

}  // namespace ibtikar::cli
