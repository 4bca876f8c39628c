// See score.h.
#include "cli/commands/score.h"

#include <optional>

#include "base/safe_text.h"
#include "cli/commands/thresholds.h"
#include "cli/load.h"
#include "cli/scoring.h"
#include "cli/shared_options.h"
#include "ibtikar/scorer.h"

namespace ibtikar::cli {

Command score_command(ScoreOptions& options) {
  Command command = {
      .name = "score",
      .summary = message("score proposals and print a report on each"),
      .options = {{.names = "FILE",
                   .description = message("proposals (ibtikar-proposal/1); - is standard input"),
                   .target = &options.files,
                   .required = true},
                  rubric_option(options.common),
                  language_option(options.common.language)},
      .examples = {"ibtikar score proposal.json --lang ar --fail-under feasibility=50"},
      .run = [&options](Environment& env) { return run_score(options, env); }};
  for (CommandOption& option : output_options(options.output)) command.options.push_back(std::move(option));
  command.options.push_back(
      {.names = "--fail-under",
       .value = "[DIM=]NUMBER",
       .description = message("exit with status 1 if a score is below NUMBER (the overall score, or that of "
                              "the dimension DIM); may be given several times"),
       .target = &options.fail_under,
       .group = Group::assessment});
  CommandOption lenient = lenient_option(options.lenient);
  lenient.not_with = {"--strict"};
  command.options.push_back(std::move(lenient));
  command.options.push_back({.names = "--strict",
                             .description = message("treat warnings as errors"),
                             .target = &options.strict,
                             .group = Group::assessment,
                             .not_with = {"--lenient"}});
  command.options.push_back(color_option(options.common));
  command.options.push_back(quiet_option(options.common));
  command.options.push_back(no_input_option());
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
    for (const Message& miss : misses(*thresholds, *assessment)) {
      status = worse(status, ExitStatus::threshold_not_met);
      if (!options.common.quiet) env.err.note(message("{0}: {1}", visible(file), miss));
    }
    assessments.push_back(std::move(*assessment));
  }
  status = worse(status, scoring.status());
  if (assessments.empty()) return status;
  return worse(status, outputs->write(assessments, options.files.size() == 1, options.common, env));
}

}  // namespace ibtikar::cli
