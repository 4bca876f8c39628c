// See report.h.
#include "cli/commands/report.h"

#include <iterator>
#include <optional>

#include <CLI/CLI.hpp>

#include "cli/load.h"
#include "cli/shared_options.h"

namespace ibtikar::cli {
namespace {

Checked<std::vector<Assessment>> read(const std::string& file) {
  Result<std::string> text = io::read_whole(file, kMaxAssessmentsBytes);
  if (!text) return fail(Diagnostics{text.error()});
  return decode_assessments({file == "-" ? "<stdin>" : file, std::move(*text)});
}

}  // namespace

CLI::App* add_report(CLI::App& app, ReportOptions& options) {
  CLI::App* command = app.add_subcommand("report", "render saved assessments again");
  command
      ->add_option("FILE", options.files,
                   "assessments, as `score -f json` or `-f ndjson` wrote them; - is standard input")
      ->required()
      ->option_text("...");
  add_language_option(*command, options.common);
  add_output_options(*command, options.output);
  add_color_option(*command, options.common);
  add_quiet_option(*command, options.common);
  add_no_input_option(*command);
  command->footer("Example:\n  ibtikar report assessment.json --lang ar");
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
