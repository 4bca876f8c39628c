// `ibtikar rubric`: list, show, check and schema.
#pragma once

#include <string>
#include <vector>

#include "builtin/rubrics.h"
#include "cli/command_line/command.h"
#include "cli/environment.h"

namespace ibtikar::cli {

struct RubricOptions {
  CommonOptions common;
  std::string shown = kDefaultRubric;  ///< show: an id or a file
  std::string format = "text";         ///< show: text or json
  std::vector<std::string> checked;    ///< check: ids or files
  bool strict = false;                 ///< check: a warning is an error
};

/// `rubric` with list, show, check and schema.
[[nodiscard]] Command rubric_command(RubricOptions& options);

/// The built-in rubrics, one per line.
[[nodiscard]] ExitStatus run_rubric_list(const RubricOptions& options, Environment& env);
/// A rubric for reading, or as JSON with what it extends laid under it.
[[nodiscard]] ExitStatus run_rubric_show(const RubricOptions& options, Environment& env);
/// Every fault of every file, and a line that sums up each file.
[[nodiscard]] ExitStatus run_rubric_check(const RubricOptions& options, Environment& env);
/// The JSON Schema of rubrics.
[[nodiscard]] ExitStatus run_rubric_schema(const RubricOptions& options, Environment& env);

}  // namespace ibtikar::cli
