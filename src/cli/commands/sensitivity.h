// `ibtikar sensitivity`: which weight or which answer would change the verdict.
#pragma once

#include <cstdint>
#include <string>

#include "cli/command_line/command.h"
#include "cli/environment.h"
#include "cli/output/documents.h"

namespace ibtikar::cli {

struct SensitivityCommandOptions {
  CommonOptions common;
  std::string file;  ///< a proposal
  std::string of = "overall";
  std::uint64_t top = 10;
  DocumentOptions documents;
  bool lenient = false;
};

[[nodiscard]] Command sensitivity_command(SensitivityCommandOptions& options);
[[nodiscard]] ExitStatus run_sensitivity(const SensitivityCommandOptions& options, Environment& env);

}  // namespace ibtikar::cli
