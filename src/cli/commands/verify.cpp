// See verify.h.
#include "cli/commands/verify.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/safe_text.h"
#include "base/suggest.h"
#include "cli/commands/panel.h"
#include "cli/commands/verify_kinds.h"
#include "cli/load.h"
#include "cli/scoring.h"
#include "cli/shared_options.h"
#include "codec/results/verification_json.h"
#include "io/interrupts.h"
#include "report/text/verification.h"

namespace ibtikar::cli {
namespace {

Formats verification_formats() { return {"verify", "--output", {Format::text, Format::json}, Format::text}; }

/// The options of `batch` that decide which rows it writes, and how.
std::vector<CommandOption> options_of_that_run(BatchCommand& run) {
  constexpr std::array<std::string_view, 10> kTaken = {
      "--input-format", "--delimiter", "--encoding", "--sheet", "--decimal",
      "--map",          "--skip",      "--sort",     "--top",   "--jobs"};
  std::vector<CommandOption> taken;
  for (CommandOption& option : batch_command(run).options)
    if (std::find(kTaken.begin(), kTaken.end(), option.long_name()) != kTaken.end()) {
      option.group = Group::input;
      taken.push_back(std::move(option));
    }
  taken.push_back(lenient_option(run.lenient));
  return taken;
}

/// What that panel, ranking or draw was told about its readings.
std::vector<CommandOption> options_of_that_panel(VerifyOptions& options) {
  std::vector<CommandOption> taken = conflict_options(options.readings);
  taken.push_back(assign_option(options.assigned));
  taken.push_back(
      {.names = "--seed",
       .value = "N",
       .description = message("the seed of a blind panel, which its file does not contain (default: 1)"),
       .target = Count{&options.seed},
       .group = Group::input});
  return taken;
}

ExitStatus refuse_kind(const SavedFile& saved, Environment& env) {
  std::vector<std::string> known;
  for (const ResultKind& kind : result_kinds())
    if (!kind.format.empty()) known.push_back(std::string(kind.format) + "1");
  Diagnostic fault =
      error_at("/format", Code::wrong_format,
               message("this is no result that can be verified; expected {0}, or rows of a batch",
                       alternatives(known)));
  fault.file = shown_name(saved.path());
  return env.report(fault);
}

}  // namespace

Command verify_command(VerifyOptions& options) {
  Command command = {
      .name = "verify",
      .summary = message("recompute a saved result from its inputs and report what differs"),
      .options = {{.names = "RESULT",
                   .description =
                       message("assessments of `score` (json, ndjson), rows of `batch` (ndjson, csv), its "
                               "summary, or a panel, ranking or draw (json); - is standard input"),
                   .target = &options.result,
                   .required = true},
                  {.names = "INPUT",
                   .description = message("the proposals that it was computed from, named as in that run"),
                   .target = &options.inputs},
                  rubric_option(options.common)},
      .examples = {"ibtikar verify rows.ndjson proposals/"},
      .run = [&options](Environment& env) { return run_verify(options, env); }};
  command.add(options_of_that_run(options.run));
  command.add(options_of_that_panel(options));
  command.add(document_options(verification_formats(), options.documents));
  command.options.push_back(language_option(options.common.language));
  command.add(closing_options(options.common));
  return command;
}

ExitStatus run_verify(const VerifyOptions& options, Environment& env) {
  if (const auto fault = language_fault(options.common, {})) return refuse_usage(*fault, env);
  ExitStatus status = ExitStatus::done;
  std::vector<std::string> inputs = options.inputs;
  inputs.push_back(options.result);
  for (const std::string& file :
       {options.common.rubric, options.run.mapping, options.readings.exclusions, options.assigned})
    if (!file.empty()) inputs.push_back(file);
  std::optional<Documents> documents = Documents::open({.formats = verification_formats(), .inputs = inputs},
                                                       options.documents, options.common, env, status);
  if (!documents) return status;
  const Result<SavedFile> saved = SavedFile::open(options.result);
  if (!saved) return env.report(saved.error());
  const ResultKind* kind = kind_of_file(*saved);
  if (kind == nullptr) return refuse_kind(*saved, env);
  if (kind->needs_inputs && options.inputs.empty())
    return refuse_usage(message("name the proposals that {0} was computed from, as that run named them",
                                ibtikar::quoted(options.result)),
                        env);
  const Verified verified = kind->verify(*saved, options, env);
  if (!verified.result || io::pending_signal()) return verified.status;
  const auto write = [&](DocumentPlace& place) {
    return place.write(place.format() == Format::json
                           ? encode_verification(*verified.result) + "\n"
                           : verification_text(*verified.result, place.look(options.common, env)));
  };
  status = worse(verified.status, documents->write(write, env));
  return verified.result->same() ? status : worse(status, ExitStatus::threshold_not_met);
}

}  // namespace ibtikar::cli
