// See shared_options.h.
#include "cli/shared_options.h"

#include <algorithm>

#include "base/safe_text.h"
#include "cli/command_line/language.h"
#include "ibtikar/localized.h"

namespace ibtikar::cli {

CommandOption rubric_option(CommonOptions& options) {
  return {.names = "-r,--rubric",
          .value = "ID|FILE",
          .description = message("id of a built-in rubric, or a file (default: the rubric that the proposal "
                                 "names, else social-innovation)"),
          .target = &options.rubric,
          .group = Group::assessment};
}

CommandOption language_option(std::string& language) {
  return {.names = "-l,--lang",
          .value = "TAG",
          .description = message("language of the output: en, ar, ... (default: from the environment, else "
                                 "the rubric's first)"),
          .target = &language,
          .group = Group::display,
          .check = [](std::string& tag) -> std::optional<Message> {
            tag = usual_tag(tag);
            return std::nullopt;
          }};
}

CommandOption color_option(CommonOptions& options) {
  return {.names = "--color",
          .value = "WHEN",
          .description = message("auto (on a terminal), always or never"),
          .target = &options.color,
          .group = Group::display,
          .choices = {"auto", "always", "never"}};
}

CommandOption quiet_option(CommonOptions& options) {
  return {.names = "-q,--quiet",
          .description = message("print errors only, and a report only if -o or -f asks for it"),
          .target = &options.quiet,
          .group = Group::behavior};
}

CommandOption no_input_option() {
  return {.names = "--no-input", .description = message("never prompt"), .group = Group::behavior};
}

std::vector<CommandOption> closing_options(CommonOptions& options) {
  return {color_option(options), quiet_option(options), no_input_option()};
}

CommandOption lenient_option(bool& lenient) {
  return {.names = "--lenient",
          .description = message("treat invalid answers as unanswered, with a warning"),
          .target = &lenient,
          .group = Group::assessment};
}

CommandOption input_format_option(std::string& format) {
  return {.names = "--input-format",
          .value = "FORMAT",
          .description = message("json, ndjson or csv, regardless of file names (default: auto)"),
          .target = &format,
          .group = Group::input,
          .choices = {"auto", "json", "ndjson", "csv"}};
}

InputFormat input_format_named(const std::string& name) {
  if (name == "json") return InputFormat::json;
  if (name == "ndjson") return InputFormat::ndjson;
  return name == "csv" ? InputFormat::csv : InputFormat::automatic;
}

CommandOption mapping_option(std::string& path) {
  return {.names = "--map",
          .value = "NAME|FILE",
          .description = message("a mapping that says what the columns and codes of a table mean, for "
                                 "exports from form tools (ibtikar-mapping/1), or the name of a built-in "
                                 "one, such as 360giving"),
          .target = &path,
          .group = Group::input};
}

CommandOption byte_order_mark_option(bool& wanted) {
  return {.names = "--bom",
          .description = message("start CSV with a byte-order mark, for spreadsheets that need one"),
          .target = &wanted,
          .group = Group::output};
}

std::optional<Message> language_fault(const CommonOptions& options,
                                      const std::vector<std::string>& languages) {
  if (options.language.empty()) return std::nullopt;
  std::vector<std::string> known = spoken_languages();
  known.insert(known.end(), languages.begin(), languages.end());
  std::vector<std::string> names;
  for (const std::string& tag : known) {
    const std::string primary(primary_language(tag));
    if (primary == primary_language(options.language)) return std::nullopt;
    if (std::ranges::find(names, primary) == names.end()) names.push_back(primary);
  }
  return message("--lang: neither this program nor the rubric speaks {0}; these languages are there: {1}",
                 ibtikar::quoted(options.language),
                 comma_separated(std::vector<MessageArgument>(names.begin(), names.end())));
}

std::string wanted_language(const CommonOptions& options, const Environment& env) {
  return options.language.empty() ? env.surroundings.language : options.language;
}

const std::string& data_language(const CommonOptions& options) { return options.language; }

TextOptions text_options(const CommonOptions& options, const Environment& env) {
  TextOptions text;
  text.language = wanted_language(options, env);
  text.columns = env.surroundings.columns;
  text.color = options.color == "always" || (options.color == "auto" && env.surroundings.color_wanted);
  return text;
}

}  // namespace ibtikar::cli
