// See sensitivity.h.
#include "cli/commands/sensitivity.h"

#include <optional>

#include "base/safe_text.h"
#include "base/suggest.h"
#include "cli/scoring.h"
#include "cli/shared_options.h"
#include "ibtikar/sensitivity.h"

namespace ibtikar::cli {
namespace {

Formats sensitivity_formats() {
  return {
      "sensitivity", "--output", {Format::text, Format::markdown, Format::html, Format::json}, Format::text};
}

/// What is wrong with --of.
std::optional<Message> score_fault(const Assessment& assessment, const std::string& of) {
  if (has_bands(assessment, of)) return std::nullopt;
  std::vector<std::string> ids = {"overall"};
  for (const DimensionScore& dimension : assessment.dimensions) {
    if (dimension.id == of)
      return message("{0} has no bands, because its good end is not that of the overall score",
                     ibtikar::quoted(of));
    ids.push_back(dimension.id);
  }
  return message("the rubric has no score {0}; expected {1}", ibtikar::quoted(of), alternatives(ids));
}

std::string rendered_sensitivity(const Sensitivity& found, const DocumentPlace& place,
                                 const SensitivityCommandOptions& options, const Environment& env) {
  const TextOptions look = place.look(options.common, env);
  const SensitivityReportOptions how{look.language, look.columns, look.color,
                                     static_cast<std::size_t>(options.top)};
  switch (place.format()) {
    case Format::markdown:
      return render_sensitivity_markdown(found, how);
    case Format::html:
      return render_sensitivity_html(found, how);
    case Format::json:
      return encode_sensitivity(found, JsonStyle::indented) + "\n";
    default:
      return render_sensitivity_text(found, how);
  }
}

}  // namespace

Command sensitivity_command(SensitivityCommandOptions& options) {
  Command command = {
      .name = "sensitivity",
      .summary = message("show which changes of a weight or an answer would change the verdict"),
      .options = {{.names = "FILE",
                   .description = message("the proposal; `-` reads standard input"),
                   .target = &options.file,
                   .required = true},
                  rubric_option(options.common),
                  {.names = "--of",
                   .value = "SCORE",
                   .description =
                       message("`overall` (the verdict, the default), or a dimension and its band"),
                   .target = &options.of,
                   .group = Group::assessment},
                  lenient_option(options.lenient),
                  language_option(options.common.language)},
      .examples = {"ibtikar sensitivity proposal.json",
                   "ibtikar sensitivity proposal.json -o sensitivity.html"},
      .run = [&options](Environment& env) { return run_sensitivity(options, env); }};
  command.add(document_options(sensitivity_formats(), options.documents));
  command.options.push_back(
      {.names = "--top",
       .value = "N",
       .description = message("list N weights and N answers (default 10); JSON has all"),
       .target = Count{&options.top, 1, 100'000},
       .group = Group::output});
  command.add(closing_options(options.common));
  return command;
}

ExitStatus run_sensitivity(const SensitivityCommandOptions& options, Environment& env) {
  Scoring scoring(options.common, {.lenient = options.lenient}, env);
  if (!scoring.prepare()) return scoring.status();
  std::vector<std::string> inputs = {options.file};
  inputs.insert(inputs.end(), scoring.rubric_files().begin(), scoring.rubric_files().end());
  ExitStatus status = ExitStatus::done;
  std::optional<Documents> documents = Documents::open({sensitivity_formats(), std::move(inputs)},
                                                       options.documents, options.common, env, status);
  if (!documents) return status;
  const std::optional<ReadProposal> read = scoring.read(options.file);
  if (!read) return scoring.status();
  const Assessment assessment = read->scorer->assess(read->proposal, read->sheet, read->warnings);
  if (const auto fault = score_fault(assessment, options.of)) return refuse_usage(*fault, env);
  if (const auto fault = language_fault(options.common, assessment.rubric.languages))
    return refuse_usage(*fault, env);
  const Sensitivity found = sensitivity_of(*read->scorer, assessment, read->sheet, {options.of});
  return documents->write(
      [&](DocumentPlace& place) { return place.write(rendered_sensitivity(found, place, options, env)); },
      env);
}

}  // namespace ibtikar::cli
