// See rubric.h.
#include "cli/commands/rubric.h"

#include <algorithm>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "base/safe_text.h"
#include "base/utf8.h"
#include "cli/commands/rubric_page.h"
#include "cli/load.h"
#include "cli/output/report_outputs.h"
#include "cli/shared_options.h"
#include "io/builtin.h"

namespace ibtikar::cli {
namespace {

std::string counted(std::size_t count, const char* thing) {
  return fmt::format("{} {}{}", count, thing, count == 1 ? "" : "s");
}

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
  const std::string warnings = counted(found.size() - errors, "warning");
  const std::string summary =
      errors > 0 ? fmt::format("{}: {}, {}\n", visible(source->name), counted(errors, "error"), warnings)
                 : fmt::format("{}: ok, {}, {}\n", visible(source->name),
                               counted(rubric->question_count(), "question"), warnings);
  const ExitStatus printed = options.common.quiet ? ExitStatus::done : env.print(summary);
  return worse(printed, errors > 0 ? ExitStatus::invalid_input : ExitStatus::done);
}

}  // namespace

RubricCommands add_rubric(CLI::App& app, RubricOptions& options) {
  RubricCommands commands;
  commands.rubric = app.add_subcommand("rubric", "list, show, check and begin rubrics");
  commands.rubric->require_subcommand(1);
  commands.rubric->footer("Example:\n  ibtikar rubric check my-rubric.json");
  commands.list = commands.rubric->add_subcommand("list", "the built-in rubrics");
  add_language_option(*commands.list, options.common);
  commands.list->footer("Example:\n  ibtikar rubric list");
  commands.show =
      commands.rubric->add_subcommand("show", "a rubric for reading, or as JSON with what it extends");
  commands.show
      ->add_option("RUBRIC", options.shown, "a built-in rubric or a file (default: social-innovation)")
      ->option_text("");
  commands.show->add_option("-f,--format", options.format, "text or json")
      ->check(CLI::IsMember({"text", "json"}))
      ->option_text("FORMAT");
  add_language_option(*commands.show, options.common);
  commands.show->footer("Example:\n  ibtikar rubric show social-innovation --lang ar");
  commands.check = commands.rubric->add_subcommand("check", "every fault of a rubric, with its place");
  commands.check->add_option("RUBRIC", options.checked, "files or built-in rubrics")
      ->required()
      ->option_text("...");
  commands.check->add_flag("--strict", options.strict, "take warnings as errors");
  add_quiet_option(*commands.check, options.common);
  commands.check->footer("Example:\n  ibtikar rubric check my-rubric.json");
  commands.schema =
      commands.rubric->add_subcommand("schema", "the JSON Schema (draft-07) of rubrics, for editors");
  commands.schema->footer("Example:\n  ibtikar rubric schema > rubric.schema.json");
  return commands;
}

ExitStatus run_rubric_list(const RubricOptions& options, Environment& env) {
  if (const auto fault = language_fault(options.common, {})) return refuse_usage(*fault, env);
  std::set<std::string> ids;
  for (const EmbeddedFile& file : io::builtin_files()) {
    const std::string id(file.name.substr(0, file.name.rfind('.')));
    if (is_builtin_rubric(id)) ids.insert(id);
  }
  std::string out;
  for (const std::string& id : ids) {
    ExitStatus status = ExitStatus::done;
    const std::optional<Rubric> rubric = load_rubric(id, true, env, status);
    if (!rubric) return ExitStatus::defect;  // what we ship is checked by tests
    const std::string language = wanted_language(options.common, env);
    out += fmt::format("{:<28} {:<8} {:>3} questions  {}\n", rubric->id(), rubric->version(),
                       rubric->question_count(),
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
  return env.print(std::string(io::builtin_text("rubric.schema.json").value_or("")));
}

}  // namespace ibtikar::cli
