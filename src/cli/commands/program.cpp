// See program.h.
#include "cli/commands/program.h"

#include <fmt/format.h>

#include "cli/shared_options.h"
#include "ibtikar/version.h"

namespace ibtikar::cli {
namespace {

Command version_command(ProgramOptions& options) {
  return {.name = "version",
          .summary = message("print the version"),
          .options = {language_option(options.version_language)},
          .examples = {"ibtikar version"},
          .run = print_version};
}

Command help_command(ProgramOptions& options) {
  return {.name = "help",
          .summary = message("show the help of a command"),
          .options = {{.names = "COMMAND",
                       .description = message("the command, as you would type it: `rubric check`"),
                       .target = &options.helped},
                      {.names = "--man",
                       .description = message("print the source of its manual page, for man(1)"),
                       .target = &options.man},
                      {.names = "--commands",
                       .description = message("print the names of all commands, one per line"),
                       .target = &options.names},
                      language_option(options.help_language)},
          .examples = {"ibtikar help rubric check"}};
}

}  // namespace

Command program(ProgramOptions& options) {
  Command rubric = rubric_command(options.rubric);
  rubric.commands.push_back(rubric_new_command(options.rubric_new));
  rubric.commands.push_back(rubric_convert_command(options.rubric_convert));
  rubric.commands.push_back(rubric_sql_command(options.rubric_sql));
  return {.name = "ibtikar",
          .summary = message("ibtikar: assess how ready a proposed social-innovation program is"),
          .options = {{.names = "--version",
                       .description = message("print the version and exit"),
                       .target = &options.version},
                      language_option(options.language)},
          .examples = {"ibtikar score proposal.json"},
          .notes = {message("Run `ibtikar COMMAND --help` for the options of a command.")},
          .commands = {ask_command(options.ask),
                       score_command(options.score),
                       report_command(options.report),
                       batch_command(options.batch),
                       map_command(options.map),
                       form_command(options.form),
                       fill_command(options.fill),
                       compare_command(options.compare),
                       improve_command(options.improve),
                       because_command(options.because),
                       panel_command(options.panel),
                       sensitivity_command(options.sensitivity),
                       weights_command(options.weights),
                       merge_command(options.merge),
                       verify_command(options.verify),
                       rank_command(options.rank),
                       draw_command(options.draw),
                       std::move(rubric),
                       completion_command(options.completion),
                       version_command(options),
                       help_command(options)}};
}

void pass_language_on(ProgramOptions& options) {
  for (CommonOptions* common : {&options.ask.common,         &options.score.common,
                                &options.report.common,      &options.batch.common,
                                &options.map.common,         &options.form.common,
                                &options.fill.common,        &options.compare.common,
                                &options.sensitivity.common, &options.weights.common,
                                &options.improve.common,     &options.because.common,
                                &options.panel.common,       &options.merge.common,
                                &options.verify.common,      &options.rank.common,
                                &options.draw.common,        &options.rubric.common,
                                &options.rubric_new.common,  &options.rubric_convert.common,
                                &options.rubric_sql.common})
    if (common->language.empty()) common->language = options.language;
  if (options.completion.language.empty()) options.completion.language = options.language;
}

ExitStatus print_version(Environment& env) {
  return env.print(fmt::format("{} {}\n", kEngineName, version()));
}

}  // namespace ibtikar::cli
