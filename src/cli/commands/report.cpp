// See report.h.
#include "cli/commands/report.h"

#include <iterator>
#include <optional>

#include "cli/load.h"
#include "cli/shared_options.h"

namespace ibtikar::cli {
namespace {

Checked<std::vector<Assessment>> read(const std::string& file) {
  Result<std::string> text = io::read_whole(file, kMaxAssessmentsBytes);
  if (!text) return fail(Diagnostics{text.error()});
  return decode_assessments({shown_name(file), std::move(*text)});
}

}  // namespace

Command report_command(ReportOptions& options) {
  Command command = {
      .name = "report",
      .summary = message("print the report of a saved assessment again"),
      .options = {{.names = "FILE",
                   .description =
                       message("assessments saved with `score -f json` or `-f ndjson`; - is standard input"),
                   .target = &options.files,
                   .required = true},
                  language_option(options.common.language)},
      .examples = {"ibtikar report assessment.json --lang ar"},
      .run = [&options](Environment& env) { return run_report(options, env); }};
  command.add(output_options(options.output));
  command.add(closing_options(options.common));
  return command;
}

ExitStatus run_report(const ReportOptions& options, Environment& env) {
  ExitStatus status = ExitStatus::done;
  std::optional<ReportOutputs> outputs =
      ReportOutputs::open("report", options.output, options.files, options.common, env, status);
  if (!outputs) return status;
  std::vector<Assessment> all;
  for (const std::string& file : options.files) {
    Checked<std::vector<Assessment>> some = read(file);
    if (some) {
      all.insert(all.end(), std::make_move_iterator(some->begin()), std::make_move_iterator(some->end()));
      continue;
    }
    status = worse(status, env.report(some.error()));
  }
  if (all.empty()) return status;
  return worse(status, outputs->write(all, all.size() == 1, options.common, env));
}

}  // namespace ibtikar::cli
