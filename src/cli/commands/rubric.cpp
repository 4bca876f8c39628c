// See rubric.h.
#include "cli/commands/rubric.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/direction.h"
#include "base/safe_text.h"
#include "base/utf8.h"
#include "builtin/files.h"
#include "cli/commands/rubric_page.h"
#include "cli/load.h"
#include "cli/output/report_outputs.h"
#include "cli/shared_options.h"

namespace ibtikar::cli {
namespace {

constexpr std::size_t kCountColumns = 13;

Message questions(std::size_t count) { return counted("{0} question", "{0} questions", count); }
Message warnings(std::size_t count) { return counted("{0} warning", "{0} warnings", count); }

/// "FILE: ok, 57 questions, 2 warnings", or how many errors there are.
ExitStatus check_one(const std::string& name, const RubricOptions& options, Environment& env) {
  const Result<NamedText> source = find_rubric(name);
  if (!source) return env.report(source.error());
  Diagnostics found;
  const Checked<Rubric> rubric = decode_rubric(*source, find_base_rubric, found);
  if (!rubric) found = rubric.error();
  if (options.strict)
    for (Diagnostic& d : found) d.severity = Severity::error;
  const auto errors = static_cast<std::size_t>(std::count_if(
      found.begin(), found.end(), [](const Diagnostic& d) { return d.severity == Severity::error; }));
  if (errors > 0 || !options.common.quiet) env.err.report(found);
  const Message rest = warnings(found.size() - errors);
  const Message summary =
      errors > 0 ? message("{0}: {1}, {2}", source->name, counted("{0} error", "{0} errors", errors), rest)
                 : message("{0}: ok, {1}, {2}", source->name, questions(rubric->question_count()), rest);
  const ExitStatus printed =
      options.common.quiet ? ExitStatus::done : env.print(summary.in(env.err.language()) + "\n");
  return worse(printed, errors > 0 ? ExitStatus::invalid_input : ExitStatus::done);
}

}  // namespace

Command rubric_command(RubricOptions& options) {
  Command list = {.name = "list",
                  .summary = message("list the built-in rubrics"),
                  .options = {language_option(options.common.language)},
                  .examples = {"ibtikar rubric list"},
                  .run = [&options](Environment& env) { return run_rubric_list(options, env); }};
  Command show = {
      .name = "show",
      .summary = message("print a rubric as text, or as complete JSON with its base merged in"),
      .options = {{.names = "RUBRIC",
                   .description = message("id of a built-in rubric, or a file (default: social-innovation)"),
                   .target = &options.shown},
                  {.names = "-f,--format",
                   .value = "FORMAT",
                   .description = message("text or json"),
                   .target = &options.format,
                   .group = Group::output,
                   .choices = {"text", "json"}},
                  language_option(options.common.language)},
      .examples = {"ibtikar rubric show social-innovation --lang ar"},
      .run = [&options](Environment& env) { return run_rubric_show(options, env); }};
  Command check = {.name = "check",
                   .summary = message("check rubrics and report every error with its line and column"),
                   .options = {{.names = "RUBRIC",
                                .description = message("rubric files, or ids of built-in rubrics"),
                                .target = &options.checked,
                                .required = true},
                               {.names = "--strict",
                                .description = message("treat warnings as errors"),
                                .target = &options.strict,
                                .group = Group::assessment},
                               language_option(options.common.language),
                               quiet_option(options.common)},
                   .examples = {"ibtikar rubric check my-rubric.json"},
                   .run = [&options](Environment& env) { return run_rubric_check(options, env); }};
  Command schema = {.name = "schema",
                    .summary = message("print the JSON Schema (draft-07) of rubrics, for editors"),
                    .options = {language_option(options.common.language)},
                    .examples = {"ibtikar rubric schema > rubric.schema.json"},
                    .run = [&options](Environment& env) { return run_rubric_schema(options, env); }};
  return {.name = "rubric",
          .summary = message("list, show, check, create and convert rubrics, or write them as SQL"),
          .options = {language_option(options.common.language)},
          .examples = {"ibtikar rubric check my-rubric.json"},
          .commands = {std::move(list), std::move(show), std::move(check), std::move(schema)}};
}

ExitStatus run_rubric_list(const RubricOptions& options, Environment& env) {
  if (const auto fault = language_fault(options.common, {})) return refuse_usage(*fault, env);
  std::set<std::string> ids;
  for (const EmbeddedFile& file : builtin_files()) {
    const std::string id(file.name.substr(0, file.name.rfind('.')));
    if (is_builtin_rubric(id)) ids.insert(id);
  }
  std::string out;
  for (const std::string& id : ids) {
    ExitStatus status = ExitStatus::done;
    const std::optional<Rubric> rubric = load_rubric(id, true, env, status);
    if (!rubric) return ExitStatus::defect;  // what we ship is checked by tests
    const std::string language = wanted_language(options.common, env);
    const std::string count = questions(rubric->question_count()).in(language);
    out += fmt::format("{:<28} {:<8} {}{}  {}\n", rubric->id(), rubric->version(),
                       std::string(kCountColumns - std::min(kCountColumns, display_width(count)), ' '),
                       may_turn(count) ? isolated(count) : count,
                       isolated(rubric->parts().title.in(language, rubric->fallback_language())));
  }
  return env.print(out);
}

ExitStatus run_rubric_show(const RubricOptions& options, Environment& env) {
  if (options.format == "json") {
    const Result<NamedText> source = find_rubric(options.shown);
    if (!source) return env.report(source.error());
    const Checked<std::string> resolved = resolve_rubric(*source, find_base_rubric);
    return resolved ? env.print(*resolved) : env.report(resolved.error());
  }
  ExitStatus status = ExitStatus::done;
  const std::optional<Rubric> rubric = load_rubric(options.shown, false, env, status);
  if (!rubric) return status;
  if (const auto fault = language_fault(options.common, rubric->parts().languages))
    return refuse_usage(*fault, env);
  return env.print(rubric_page(*rubric, wanted_language(options.common, env), env.surroundings.columns));
}

ExitStatus run_rubric_check(const RubricOptions& options, Environment& env) {
  ExitStatus status = ExitStatus::done;
  for (const std::string& name : options.checked) status = worse(status, check_one(name, options, env));
  return status;
}

ExitStatus run_rubric_schema(const RubricOptions&, Environment& env) {
  return env.print(std::string(builtin_text("rubric.schema.json").value_or("")));
}

}  // namespace ibtikar::cli
