// See because.h.
#include "cli/commands/because.h"

#include <optional>

#include "cli/scoring.h"
#include "cli/shared_options.h"
#include "ibtikar/because.h"
#include "ibtikar/codec.h"

namespace ibtikar::cli {
namespace {

Formats reasons_formats() {
  return {"because", "--output", {Format::text, Format::markdown, Format::html, Format::json}, Format::text};
}

std::string rendered_reasons(const Because& why, const DocumentPlace& place, const CommonOptions& common,
                             const Environment& env) {
  const TextOptions look = place.look(common, env);
  const LetterOptions how{look.language, look.columns, look.color};
  switch (place.format()) {
    case Format::markdown:
      return render_reasons_markdown(why, how);
    case Format::html:
      return render_reasons_html(why, how);
    case Format::json:
      return encode_reasons(why, JsonStyle::indented) + "\n";
    default:
      return render_reasons_text(why, how);
  }
}

}  // namespace

Command because_command(BecauseCommandOptions& options) {
  Command command = {
      .name = "because",
      .summary =
          message("show the fewest answers that determine the verdict, whatever the other answers are"),
      .options = {{.names = "FILE",
                   .description = message("a proposal (ibtikar-proposal/1); - is standard input"),
                   .target = &options.file,
                   .required = true},
                  {.names = "--cap",
                   .value = "GATE",
                   .description = message("explain a gate that applies instead of the verdict"),
                   .target = &options.gate,
                   .group = Group::assessment},
                  rubric_option(options.common),
                  lenient_option(options.lenient),
                  language_option(options.common.language)},
      .examples = {"ibtikar because proposal.json -o letter.html"},
      .run = [&options](Environment& env) { return run_because(options, env); }};
  command.add(document_options(reasons_formats(), options.documents));
  command.add(closing_options(options.common));
  return command;
}

ExitStatus run_because(const BecauseCommandOptions& options, Environment& env) {
  Scoring scoring(options.common, {.lenient = options.lenient}, env);
  if (!scoring.prepare()) return scoring.status();
  std::vector<std::string> inputs = {options.file};
  inputs.insert(inputs.end(), scoring.rubric_files().begin(), scoring.rubric_files().end());
  ExitStatus status = ExitStatus::done;
  std::optional<Documents> documents =
      Documents::open({reasons_formats(), std::move(inputs)}, options.documents, options.common, env, status);
  if (!documents) return status;
  const std::optional<ReadProposal> read = scoring.read(options.file);
  if (!read) return scoring.status();
  const Result<Because> why = because(*read->scorer, read->proposal, read->sheet, {.gate = options.gate});
  if (!why) return refuse_usage(why.error().message, env);
  if (const auto fault = language_fault(options.common, why->today.rubric.languages))
    return refuse_usage(*fault, env);
  if (!why->is_forced) status = ExitStatus::threshold_not_met;
  return worse(status, documents->write(
                           [&](DocumentPlace& place) {
                             return place.write(rendered_reasons(*why, place, options.common, env));
                           },
                           env));
}

}  // namespace ibtikar::cli
