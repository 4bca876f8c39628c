// `ibtikar rubric new`: a commented rubric to start from.
#pragma once

#include <string>

#include "cli/command_line/command.h"
#include "cli/environment.h"

namespace ibtikar::cli {

struct RubricNewOptions {
  CommonOptions common;
  std::string file;      ///< where it goes; empty: standard output
  bool extends = false;  ///< stands on the built-in rubric instead of starting from nothing
  bool force = false;    ///< an existing file is replaced
};

[[nodiscard]] Command rubric_new_command(RubricNewOptions& options);

/// Writes the starter, in Arabic or English, called after its file.
[[nodiscard]] ExitStatus run_rubric_new(const RubricNewOptions& options, Environment& env);

}  // namespace ibtikar::cli
