// `ibtikar report`: reports again from saved assessments, without scoring.
#pragma once

#include <string>
#include <vector>

#include "cli/output/report_outputs.h"

namespace ibtikar::cli {

struct ReportOptions {
  CommonOptions common;
  OutputOptions output;
  std::vector<std::string> files;
};

CLI::App* add_report(CLI::App& app, ReportOptions& options);
[[nodiscard]] ExitStatus run_report(const ReportOptions& options, Environment& env);

}  // namespace ibtikar::cli
