// See score.h.
#include "cli/commands/score.h"

#include <optional>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "base/safe_text.h"
#include "cli/commands/thresholds.h"
#include "cli/load.h"
#include "cli/scoring.h"
#include "cli/shared_options.h"
#include "ibtikar/scorer.h"

namespace ibtikar::cli {
CLI::App* add_score(CLI::App& app, ScoreOptions& options) {
  CLI::App* command = app.add_subcommand("score", "score proposals and print a report on each");
  command->add_option("FILE", options.files, "proposals (ibtikar-proposal/1); - is standard input")
      ->required()
      ->option_text("...");
  add_rubric_option(*command, options.common);
  add_language_option(*command, options.common);
  add_output_options(*command, options.output);
  command
      ->add_option("--fail-under", options.fail_under,
                   "exit with 1 when a score is lower: NUMBER (overall) or DIMENSION=NUMBER; may be given "
                   "several times")
      ->option_text("[DIM=]NUMBER")
      ->allow_extra_args(false);
  CLI::Option* lenient = command->add_flag("--lenient", options.lenient,
                                           "take answers that do not fit as unanswered, with a warning");
  command->add_flag("--strict", options.strict, "take warnings as errors")->excludes(lenient);
  add_color_option(*command, options.common);
  add_quiet_option(*command, options.common);
  add_no_input_option(*command);
  command->footer("Example:\n  ibtikar score proposal.json --lang ar --fail-under feasibility=50");
  return command;
}

ExitStatus run_score(const ScoreOptions& options, Environment& env) {
  const Result<Thresholds> thresholds = parse_thresholds(options.fail_under);
  if (!thresholds) return refuse_usage(thresholds.error().message, env);
  ExitStatus status = ExitStatus::done;
  Scoring scoring(options.common, {options.lenient, options.strict}, env);
  if (!scoring.prepare()) return scoring.status();
  std::vector<std::string> inputs = options.files;
  inputs.insert(inputs.end(), scoring.rubric_files().begin(), scoring.rubric_files().end());
  std::optional<ReportOutputs> outputs =
      ReportOutputs::open("score", options.output, inputs, options.common, env, status);
  if (!outputs) return status;
  std::vector<Assessment> assessments;
  for (const std::string& file : options.files) {
    std::optional<Assessment> assessment = scoring.score(file);
    if (!assessment) continue;
    if (const auto unknown = unknown_dimension(*thresholds, *assessment)) return refuse_usage(*unknown, env);
    for (const std::string& miss : misses(*thresholds, *assessment)) {
      status = worse(status, ExitStatus::threshold_not_met);
      if (!options.common.quiet) env.err.line(visible(file) + ": " + miss);
    }
    assessments.push_back(std::move(*assessment));
  }
  status = worse(status, scoring.status());
  if (assessments.empty()) return status;
  return worse(status, outputs->write(assessments, options.files.size() == 1, options.common, env));
}

}  // namespace ibtikar::cli
