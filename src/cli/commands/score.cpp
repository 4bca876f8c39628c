// See score.h.
#include "cli/commands/score.h"

#include <optional>

#include "base/safe_text.h"
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
  command.add(output_options(options.output));
  command.add(check_options(options.checks));
  CommandOption lenient = lenient_option(options.lenient);
  lenient.not_with = {"--strict"};
  command.options.push_back(std::move(lenient));
  command.options.push_back({.names = "--strict",
                             .description = message("treat warnings as errors"),
                             .target = &options.strict,
                             .group = Group::assessment,
                             .not_with = {"--lenient"}});
  command.add(closing_options(options.common));
  return command;
}

ExitStatus run_score(const ScoreOptions& options, Environment& env) {
  Checked<ProposalChecks> checks = ProposalChecks::make(options.checks);
  if (!checks) return refuse_checks(checks.error(), env);
  ExitStatus status = ExitStatus::done;
  Scoring scoring(options.common, {options.lenient, options.strict}, env);
  if (!scoring.prepare()) return scoring.status();
  std::vector<std::string> inputs = options.files;
  if (!options.checks.baseline.empty()) inputs.push_back(options.checks.baseline);
  inputs.insert(inputs.end(), scoring.rubric_files().begin(), scoring.rubric_files().end());
  std::optional<ReportOutputs> outputs =
      ReportOutputs::open("score", options.output, inputs, options.common, env, status);
  if (!outputs) return status;
  std::vector<Assessment> assessments;
  for (const std::string& file : options.files) {
    std::optional<Assessment> assessment = scoring.score(file);
    if (!assessment) continue;
    const OutcomeNames names = outcome_names(*assessment);
    if (const auto fault = checks->fault(names)) return refuse_usage(*fault, env);
    const Result<std::vector<Message>> failures = checks->failures(names, outcome_of(*assessment, names));
    if (!failures) return env.report(failures.error());
    for (const Message& failure : *failures)
      if (!options.common.quiet) env.err.note(message("{0}: {1}", visible(file), failure));
    assessments.push_back(std::move(*assessment));
  }
  status = worse(status, worse(checks->status(), scoring.status()));
  if (!options.common.quiet && (options.files.size() > 1 || !options.checks.baseline.empty()))
    for (const Message& total : checks->totals()) env.err.say(total);
  if (assessments.empty()) return status;
  return worse(status, outputs->write(assessments, options.files.size() == 1, options.common, env));
}

}  // namespace ibtikar::cli
