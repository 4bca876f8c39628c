// See score.h.
#include "cli/score.h"

#include <map>
#include <optional>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "base/safe_text.h"
#include "cli/load.h"
#include "cli/shared_options.h"
#include "cli/thresholds.h"
#include "ibtikar/scorer.h"
#include "io/input_blocks.h"

namespace ibtikar::cli {
namespace {

/// Scores one proposal after the other, with each rubric loaded once.
class Scoring {
 public:
  Scoring(const ScoreOptions& options, Environment& env) : options_(options), env_(env) {}

  [[nodiscard]] ExitStatus status() const { return status_; }

  /// Whether the rubric named by hand, if any, can be used at all.
  [[nodiscard]] bool prepare() {
    return options_.common.rubric.empty() || scorer_for(options_.common.rubric) != nullptr;
  }

  std::optional<Assessment> score(const std::string& file) {
    Result<std::string> text = io::read_whole(file, kMaxDocumentBytes);
    if (!text) return refuse({text.error()});
    const NamedText source{file == "-" ? "<stdin>" : file, std::move(*text)};
    if (io::is_table_name(file)) return refuse({table_fault(file)});
    Diagnostics warnings;
    Checked<Proposal> proposal = decode_proposal(source, {options_.lenient}, warnings);
    if (!proposal) return refuse(proposal.error());
    if (proposal->id.empty()) proposal->id = file == "-" ? "stdin" : io::stem_of(file);
    const Scorer* scorer = scorer_of(*proposal, source);
    if (scorer == nullptr) return std::nullopt;
    Checked<AnswerSheet> sheet =
        scorer->encode(*proposal, {options_.lenient, !options_.common.rubric.empty()}, warnings);
    if (!sheet) return refuse(located(source, sheet.error()));
    warnings = located(source, std::move(warnings));
    if (options_.strict && !warnings.empty()) return refuse(as_errors(std::move(warnings)));
    if (!options_.common.quiet) show(warnings);
    return scorer->assess(*proposal, *sheet, warnings);
  }

 private:
  static Diagnostics located(const NamedText& source, Diagnostics diagnostics) {
    locate(source, diagnostics);
    return diagnostics;
  }
  static Diagnostics as_errors(Diagnostics warnings) {
    for (Diagnostic& warning : warnings) warning.severity = Severity::error;
    return warnings;
  }
  static Diagnostic table_fault(const std::string& file) {
    Diagnostic fault =
        error_at("", "wrong-format",
                 "this is a table of proposals; expected one proposal as JSON. `ibtikar batch` "
                 "scores tables, a row each");
    fault.file = file;
    return fault;
  }
  void show(const Diagnostics& diagnostics) { static_cast<void>(env_.err.write(format(diagnostics))); }

  std::nullopt_t refuse(const Diagnostics& diagnostics) {
    show(diagnostics);
    status_ = worse(status_, status_of(diagnostics));
    return std::nullopt;
  }

  const Scorer* scorer_of(const Proposal& proposal, const NamedText& source) {
    if (!options_.common.rubric.empty()) return scorer_for(options_.common.rubric);
    const std::string& named = proposal.rubric.id;
    if (named.empty()) return scorer_for(kDefaultRubric);
    if (is_builtin_rubric(named)) return scorer_for(named);
    refuse(located(
        source,
        {error_at("/rubric/id", "unknown-rubric",
                  fmt::format("written for rubric {}, which is not built in; name its file with --rubric",
                              ibtikar::quoted(named)))}));
    return nullptr;
  }

  /// A rubric that cannot be used is told once and remembered as such.
  const Scorer* scorer_for(const std::string& name) {
    auto found = scorers_.find(name);
    if (found == scorers_.end()) {
      const std::optional<Rubric> rubric = load_rubric(name, options_.common.quiet, env_, status_);
      found = scorers_.emplace(name, rubric ? std::optional<Scorer>(*rubric) : std::nullopt).first;
    }
    return found->second ? &*found->second : nullptr;
  }

  const ScoreOptions& options_;  // both outlive the scoring
  Environment& env_;
  std::map<std::string, std::optional<Scorer>> scorers_;
  ExitStatus status_ = ExitStatus::done;
};

}  // namespace

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
  std::optional<ReportOutputs> outputs = ReportOutputs::open(options.output, options.files, env, status);
  if (!outputs) return status;
  Scoring scoring(options, env);
  if (!scoring.prepare()) return scoring.status();
  std::vector<Assessment> assessments;
  for (const std::string& file : options.files) {
    std::optional<Assessment> assessment = scoring.score(file);
    if (!assessment) continue;
    if (const auto unknown = unknown_dimension(*thresholds, *assessment)) return refuse_usage(*unknown, env);
    for (const std::string& miss : misses(*thresholds, *assessment)) {
      status = worse(status, ExitStatus::threshold_not_met);
      if (!options.common.quiet) static_cast<void>(env.err.write(visible(file) + ": " + miss + "\n"));
    }
    assessments.push_back(std::move(*assessment));
  }
  status = worse(status, scoring.status());
  if (assessments.empty()) return status;
  return worse(status, outputs->write(assessments, options.files.size() == 1, options.common, env));
}

}  // namespace ibtikar::cli
