// `ibtikar report`: reports again from saved assessments, without scoring.
#pragma once

#include <string>
#include <vector>

#include "cli/command_line/command.h"
#include "cli/output/report_outputs.h"

namespace ibtikar::cli {

struct ReportOptions {
  CommonOptions common;
  OutputOptions output;
  std::vector<std::string> files;
};

[[nodiscard]] Command report_command(ReportOptions& options);
[[nodiscard]] ExitStatus run_report(const ReportOptions& options, Environment& env);

}  // namespace ibtikar::cli
