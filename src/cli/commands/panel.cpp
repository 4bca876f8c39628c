// See panel.h.
#include "cli/commands/panel.h"

#include <algorithm>
#include <utility>

#include "base/decimal.h"
#include "base/safe_text.h"
#include "cli/load.h"
#include "cli/output/report_outputs.h"
#include "cli/pair_list.h"
#include "cli/shared_options.h"
#include "codec/results/panel_json.h"
#include "ibtikar/panel.h"
#include "report/html/panel.h"
#include "report/markdown/panel.h"
#include "report/rows/panel_rows.h"
#include "report/text/panel.h"
#include "report/workbook/panel.h"

namespace ibtikar::cli {
namespace {

Formats panel_formats() {
  return {"panel",
          "--output",
          {Format::text, Format::markdown, Format::html, Format::csv, Format::xlsx, Format::json},
          Format::text};
}

Result<void> write_panel(const Panel& panel, DocumentPlace& place, const PanelCommand& options,
                         Environment& env) {
  const TextOptions how = place.look(options.common, env);
  const PanelLook look{how.language, how.columns, how.color, options.talk, options.status, options.next};
  switch (place.format()) {
    case Format::json:
      return place.write(encode_panel(panel, JsonStyle::indented) + "\n");
    case Format::csv:
      return place.write(render_panel_csv(panel, options.byte_order_mark));
    case Format::markdown:
      return place.write(render_panel_markdown(panel, look));
    case Format::html:
      return place.write(render_panel_html(panel, look));
    case Format::xlsx:
      return place.write_workbook(
          look.language, [&](Workbook& book) { fill_panel_workbook(book, panel, look); }, env);
    default:
      return place.write(render_panel_text(panel, look));
  }
}

std::optional<double> risk_of(const std::string& text) {
  const std::optional<double> risk = parse_decimal(western_digits(text));
  return risk && *risk > 0 && *risk < 1 ? risk : std::nullopt;
}

std::optional<Message> fault_of_formats(const PanelCommand& options, const std::vector<Format>& formats) {
  if (options.byte_order_mark && std::ranges::find(formats, Format::csv) == formats.end())
    return only_for_csv();
  return std::nullopt;
}

/// Who is to read what, if a file says so. False if it cannot be read.
bool read_assignment(const PanelCommand& options, Environment& env, ExitStatus& status, PanelOptions& into) {
  if (options.assigned.empty()) return true;
  const Checked<std::vector<AssessorProgram>> pairs = read_pairs(options.assigned);
  if (!pairs) {
    status = worse(status, env.report(pairs.error()));
    return false;
  }
  into.assigned.emplace();
  for (const AssessorProgram& pair : *pairs) into.assigned->emplace_back(pair.assessor, pair.program);
  return true;
}

/// Without an assignment everybody reads everything: a table of ten thousand rows could ask for a
/// hundred million pairs.
constexpr std::size_t kMostPairs = 500'000;

}  // namespace

CommandOption assign_option(std::string& assigned) {
  return {.names = "--assign",
          .value = "FILE",
          .description = message("who reads what: one ASSESSOR:PROGRAM on each line (default: everyone reads "
                                 "everything, except for conflicts of interest)"),
          .target = &assigned,
          .group = Group::input};
}

Command panel_command(PanelCommand& options) {
  Command command = {
      .name = "panel",
      .summary = message("combine the assessments that several assessors made of several programs"),
      .options = readings_options(options.readings),
      .examples = {"ibtikar panel votes/ -o panel.html", "ibtikar panel votes/ --exclude Amal:P-07 --status"},
      .notes =
          {message("The assessor's name comes from the proposal, from a column, or from the folder that "
                   "contains the file."),
           message("--next saves readings where assessors agree. Most panels agree little. Then everyone has "
                   "to read nearly every program close to the funding line, and --next saves few readings.")},
      .run = [&options](Environment& env) { return run_panel(options, env); }};
  command.add(document_options(panel_formats(), options.documents));
  const std::vector<CommandOption> more = {
      {.names = "--talk",
       .value = "N",
       .description = message("the maximum number of questions to discuss for each program (default: 3)"),
       .target = Count{&options.talk},
       .group = Group::output},
      {.names = "--status",
       .description = message("show only who still has to read what"),
       .target = &options.status,
       .group = Group::output},
      assign_option(options.assigned),
      {.names = "--next",
       .description = message("show which program to read next, and by whom, to settle which programs are "
                              "funded (needs --fund)"),
       .target = &options.next,
       .group = Group::output,
       .not_with = {"--status"}},
      {.names = "--fund",
       .value = "K",
       .description = message("the number of programs to fund"),
       .target = Count{.value = &options.funded, .least = 1},
       .group = Group::assessment},
      {.names = "--risk",
       .value = "NUM",
       .description = message("the choice is settled once the chance that another reading changes it is at "
                              "most NUM (default: 0.05)"),
       .target = &options.risk,
       .group = Group::assessment,
       .check = [](std::string& text) -> std::optional<Message> {
         if (risk_of(text)) return std::nullopt;
         return message("expected a number above 0 and below 1, not {0}", ibtikar::quoted(text));
       }},
      {.names = "--blind",
       .description = message("replace the names of assessors with letters, in an order drawn with --seed"),
       .target = &options.blind,
       .group = Group::output},
      {.names = "--seed",
       .value = "N",
       .description = message("the seed of all random draws (default: 1)"),
       .target = Count{&options.seed},
       .group = Group::behavior},
      {.names = "--replicates",
       .value = "N",
       .description = message("the number of bootstrap replicates for the interval of alpha (default: 1000)"),
       .target = Count{.value = &options.replicates, .most = 1'000'000},
       .group = Group::behavior},
      byte_order_mark_option(options.byte_order_mark),
      rubric_option(options.common),
      language_option(options.common.language),
      color_option(options.common),
      quiet_option(options.common),
      no_input_option()};
  command.options.insert(command.options.end(), more.begin(), more.end());
  return command;
}

ExitStatus run_panel(const PanelCommand& options, Environment& env) {
  ExitStatus status = ExitStatus::done;
  if (options.next != (options.funded > 0))
    return refuse_usage(message("--next needs --fund, and --fund is for --next"), env);
  std::vector<std::string> inputs = files_of(options.readings);
  if (!options.assigned.empty()) inputs.push_back(options.assigned);
  const std::string name = options.common.rubric.empty() ? kDefaultRubric : options.common.rubric;
  const std::optional<Rubric> rubric = load_rubric(name, options.common.quiet, env, status, &inputs);
  if (!rubric) return status;
  if (const auto fault = language_fault(options.common, rubric->parts().languages))
    return refuse_usage(*fault, env);
  const DocumentPlan plan{panel_formats(), std::move(inputs), {}, [&](const std::vector<Format>& formats) {
                            return fault_of_formats(options, formats);
                          }};
  std::optional<Documents> documents = Documents::open(plan, options.documents, options.common, env, status);
  if (!documents) return status;
  PanelOptions how;
  if (options.blind) how.blind_seed = options.seed;
  how.bootstrap.seed = options.seed;
  how.bootstrap.replicates = options.replicates;
  if (options.next) how.funded = options.funded;
  if (options.next) how.risk = *risk_of(options.risk);
  if (!read_assignment(options, env, status, how)) return status;
  ReadingsNeeds needs;
  needs.quiet = options.common.quiet;
  needs.rubric_by_hand = !options.common.rubric.empty();
  for (const std::string& path : options.documents.paths) needs.outputs.push_back({"--output", path});
  std::optional<Readings> readings = read_readings(*rubric, options.readings, needs, env, status);
  if (!readings) return status;
  if (options.next && options.funded >= readings->programs.size())
    return refuse_usage(message("--fund {0}: there are {1} programs; fund fewer, or nothing is open",
                                options.funded, readings->programs.size()),
                        env);
  if (!how.assigned && readings->programs.size() * readings->assessors.size() > kMostPairs) {
    env.err.say(
        message("{0} programs and {1} assessors are too many to say who has not read what; name with "
                "`--assign` who reads what",
                readings->programs.size(), readings->assessors.size()));
    return ExitStatus::invalid_input;
  }
  const Panel panel = panel_of(*rubric, *std::move(readings), how);
  const ExitStatus written =
      documents->write([&](DocumentPlace& place) { return write_panel(panel, place, options, env); }, env);
  return worse(status, written);
}

}  // namespace ibtikar::cli
