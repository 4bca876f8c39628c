// `ibtikar compare`: two to six proposals, or one at several dates, side by side.
#pragma once

#include <string>
#include <vector>

#include "cli/command_line/command.h"
#include "cli/environment.h"
#include "cli/output/documents.h"

namespace ibtikar::cli {

struct CompareOptions {
  CommonOptions common;
  std::vector<std::string> files;  ///< proposals, or saved assessments
  DocumentOptions documents;
  bool all = false;
  bool lenient = false;
};

[[nodiscard]] Command compare_command(CompareOptions& options);
/// All or nothing: one input that cannot be used stops it.
[[nodiscard]] ExitStatus run_compare(const CompareOptions& options, Environment& env);

}  // namespace ibtikar::cli
