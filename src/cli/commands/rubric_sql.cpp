// See rubric_sql.h.
#include "cli/commands/rubric_sql.h"

#include "base/safe_text.h"
#include "cli/load.h"
#include "cli/output/documents.h"
#include "cli/shared_options.h"
#include "ibtikar/rubric_sql.h"
#include "io/files/files.h"

namespace ibtikar::cli {
namespace {

SqlEngine engine_named(const std::string& name) {
  if (name == "duckdb") return SqlEngine::duckdb;
  return name == "postgresql" ? SqlEngine::postgresql : SqlEngine::sqlite;
}

}  // namespace

Command rubric_sql_command(RubricSqlOptions& options) {
  return {
      .name = "sql",
      .summary = message("write a rubric as SQL: a view that scores answers in a database"),
      .options = {{.names = "RUBRIC",
                   .description = message("id of a built-in rubric, or a file (default: social-innovation)"),
                   .target = &options.rubric},
                  {.names = "-f,--format",
                   .value = "ENGINE",
                   .description = message("duckdb, postgresql or sqlite"),
                   .target = &options.format,
                   .group = Group::output,
                   .required = true,
                       .choices = {"duckdb", "postgresql", "sqlite"}},
                  {.names = "-o,--output",
                   .value = "FILE",
                   .description = message("the file to write (default: standard output)"),
                   .target = &options.output,
                   .group = Group::output},
                  {.names = "--view",
                   .value = "NAME",
                   .description = message("the view to create or replace (default: assessments)"),
                   .target = &options.view,
                   .group = Group::output},
                  {.names = "--table",
                   .value = "NAME",
                   .description =
                       message("the table to read (default: answers; with --documents, proposals)"),
                   .target = &options.table,
                   .group = Group::input},
                  {.names = "--documents",
                   .description = message("the table has proposals as JSON, in the columns id and document"),
                   .target = &options.documents,
                   .group = Group::input},
                  language_option(options.common.language),
                  quiet_option(options.common)},
      .examples = {"ibtikar rubric sql -f postgresql -o view.sql"},
      .run = [&options](Environment& env) { return run_rubric_sql(options, env); }};
}

ExitStatus run_rubric_sql(const RubricSqlOptions& options, Environment& env) {
  if (const auto fault = language_fault(options.common, {})) return refuse_usage(*fault, env);
  ExitStatus status = ExitStatus::done;
  std::vector<std::string> inputs;
  const std::optional<Rubric> rubric =
      load_rubric(options.rubric, options.common.quiet, env, status, &inputs);
  if (!rubric) return status;
  const bool to_file = !io::is_standard_output(options.output);
  for (const std::string& input : inputs)
    if (to_file && io::place_of(options.output) == io::place_of(input))
      return refuse_usage(
          message("{0} is also an input; write what comes out elsewhere.", ibtikar::quoted(options.output)),
          env);
  SqlOptions sql;
  sql.engine = engine_named(options.format);
  sql.input = options.documents ? SqlInput::documents : SqlInput::answers;
  sql.view = options.view;
  sql.table = options.documents ? "proposals" : "answers";
  if (!options.table.empty()) sql.table = options.table;
  Checked<std::string> script = rubric_as_sql(*rubric, sql);
  if (!script) {
    Diagnostics faults = script.error();
    if (faults.front().pointer.empty()) return refuse_usage(faults.front().message, env);
    if (const Result<NamedText> source = find_rubric(options.rubric)) locate(*source, faults);
    return env.report(faults);
  }
  if (!to_file) return env.print(*script);
  const Result<void> done = io::write_whole(options.output, *script, io::Durability::report);
  return done ? ExitStatus::done : env.report(done.error());
}

}  // namespace ibtikar::cli
