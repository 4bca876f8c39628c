// `ibtikar weights`: how much each part of a rubric counts, from judgements.
#pragma once

#include <string>

#include "cli/command_line/command.h"
#include "cli/environment.h"

namespace ibtikar::cli {

struct WeightsOptions {
  CommonOptions common;
  std::string method;
  std::string of;          ///< empty: what the judgements name, else the dimensions
  std::string judgements;  ///< a file; empty: they are asked
  std::string output;      ///< the rubric to write; empty: none
  std::string format;      ///< of the table
  bool no_input = false;
};

[[nodiscard]] Command weights_command(WeightsOptions& options);
[[nodiscard]] ExitStatus run_weights(const WeightsOptions& options, Environment& env);

}  // namespace ibtikar::cli
