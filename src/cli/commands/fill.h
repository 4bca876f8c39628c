// `ibtikar fill`: what came back on a form, put into a proposal.
#pragma once

#include <string>

#include "cli/command_line/command.h"
#include "cli/environment.h"

namespace ibtikar::cli {

struct FillOptions {
  CommonOptions common;
  std::string proposal;
  std::string form;
  std::string output;  ///< empty: the proposal itself
  std::string input_format = "auto";
  std::string mapping;
  bool overwrite = false;
  bool lenient = false;
};

[[nodiscard]] Command fill_command(FillOptions& options);
/// Status threshold_not_met if the form has other answers than the proposal, which were kept.
[[nodiscard]] ExitStatus run_fill(const FillOptions& options, Environment& env);

}  // namespace ibtikar::cli
