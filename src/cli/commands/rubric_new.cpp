// See rubric_new.h. The starters are files of rubrics/starters/, so that they are tested as
// rubrics.
#include "cli/commands/rubric_new.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/safe_text.h"
#include "builtin/files.h"
#include "cli/output/report_outputs.h"
#include "cli/shared_options.h"
#include "cli/shell_word.h"
#include "ibtikar/codec.h"
#include "io/files/files.h"

namespace ibtikar::cli {
namespace {

constexpr std::string_view kStarterId = "my-rubric";

void replace_all(std::string& text, std::string_view old, std::string_view by) {
  for (auto at = text.find(old); at != std::string::npos; at = text.find(old, at + by.size()))
    text.replace(at, old.size(), by);
}

/// [a-z0-9]+(-[a-z0-9]+)*, as every id.
bool is_id(std::string_view text) {
  if (text.empty() || text.front() == '-' || text.back() == '-') return false;
  return text.find("--") == std::string_view::npos && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
         });
}

std::string starter(const RubricNewOptions& options, const Environment& env) {
  const std::string language = wanted_language(options.common, env).starts_with("ar") ? "ar" : "en";
  const std::string name = fmt::format("{}.{}.json", options.extends ? "extension" : "starter", language);
  std::string text(builtin_text(name).value_or(""));
  const std::string id = io::stem_of(options.file);
  if (is_id(id) && options.file == id + ".json") replace_all(text, kStarterId, id);
  return text;
}

/// What the starter's $schema names, beside it: editors then complete and check. One that is there
/// stays.
Result<void> write_schema_beside(const io::Place& rubric) {
  if (!rubric.is_file()) return {};  // a pipe or a device has nothing beside it
  const std::string path = io::folder_of(rubric.path) + "/rubric.schema.json";
  if (io::place_of(path).is_file()) return {};
  return io::write_whole(path, builtin_text("rubric.schema.json").value_or(""), io::Durability::report,
                         io::Links::keep);
}

}  // namespace

Command rubric_new_command(RubricNewOptions& options) {
  return {
      .name = "new",
      .summary = message("write a commented rubric to start from"),
      .options = {{.names = "FILE",
                   .description = message("the file to write (default: standard output)"),
                   .target = &options.file},
                  {.names = "--extends",
                   .description = message("extend the built-in rubric: remove, add and reweight its parts"),
                   .target = &options.extends,
                   .group = Group::output},
                  {.names = "--force",
                   .description = message("replace FILE if it exists"),
                   .target = &options.force,
                   .group = Group::output},
                  language_option(options.common.language),
                  quiet_option(options.common)},
      .examples = {"ibtikar rubric new my-rubric.json"},
      .run = [&options](Environment& env) { return run_rubric_new(options, env); }};
}

ExitStatus run_rubric_new(const RubricNewOptions& options, Environment& env) {
  const Formats formats{"rubric new", "FILE", {Format::json}, Format::json, "text", false};
  if (const Result<Format> format = format_of(formats, options.file, ""); !format)
    return refuse_usage(format.error().message, env);
  if (const auto fault = language_fault(options.common, {})) return refuse_usage(*fault, env);
  const std::string text = starter(options, env);
  if (io::is_standard_output(options.file)) return env.print(text);
  const io::Place place = io::place_of(options.file);
  if (place.is_file() && !options.force)
    return refuse_usage(message("{0} is there already. Name another file, or replace it with --force.",
                                ibtikar::quoted(options.file)),
                        env);
  const Result<void> written = io::write_whole(options.file, text, io::Durability::report);
  if (!written) return env.report(written.error());
  if (const Result<void> schema = write_schema_beside(io::place_of(options.file)); !schema)
    return env.report(schema.error());
  if (options.common.quiet) return ExitStatus::done;
  env.err.note(message("{0} is written. Next:", visible(options.file)));
  env.err.line("  ibtikar rubric check " + shell_word(options.file));
  env.err.line("  ibtikar ask -r " + shell_word(options.file));
  return ExitStatus::done;
}

}  // namespace ibtikar::cli
