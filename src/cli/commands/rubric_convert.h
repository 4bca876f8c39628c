// `ibtikar rubric convert`: proposals of an older major version of their rubric, carried over to
// today's.
#pragma once

#include <string>
#include <vector>

#include "cli/command_line/command.h"
#include "cli/environment.h"

namespace ibtikar::cli {

struct RubricConvertOptions {
  CommonOptions common;
  std::vector<std::string> files;
  std::string output;  ///< a file; a folder for several
  std::string table;   ///< empty: the one that is built in
};

[[nodiscard]] Command rubric_convert_command(RubricConvertOptions& options);
[[nodiscard]] ExitStatus run_rubric_convert(const RubricConvertOptions& options, Environment& env);

}  // namespace ibtikar::cli
