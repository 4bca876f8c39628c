// `ibtikar improve`: the cheapest plan that reaches a verdict or a score.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cli/command_line/command.h"
#include "cli/environment.h"
#include "cli/output/documents.h"

namespace ibtikar::cli {

struct ImproveCommandOptions {
  CommonOptions common;
  std::string file;
  std::vector<std::string> targets;  ///< --to, several times
  std::vector<std::string> locked;
  std::string evidence_cost;  ///< empty: 1
  std::string budget;         ///< empty: any
  std::uint64_t plans = 1;
  std::uint64_t phases = 1;
  bool lenient = false;
  DocumentOptions documents;
};

[[nodiscard]] Command improve_command(ImproveCommandOptions& options);
/// Status threshold_not_met if no plan leads to the targets.
[[nodiscard]] ExitStatus run_improve(const ImproveCommandOptions& options, Environment& env);

}  // namespace ibtikar::cli
