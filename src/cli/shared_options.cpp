// See shared_options.h.
#include "cli/shared_options.h"

#include <CLI/CLI.hpp>

namespace ibtikar::cli {

void add_rubric_option(CLI::App& command, CommonOptions& options) {
  command
      .add_option("-r,--rubric", options.rubric,
                  "a built-in rubric or a file (default: the one the proposal names, else social-innovation)")
      ->option_text("ID|FILE");
}

void add_language_option(CLI::App& command, CommonOptions& options) {
  command
      .add_option("-l,--lang", options.language,
                  "language of the words: en, ar, ... (default: LANG, else the rubric's first)")
      ->option_text("TAG");
}

void add_color_option(CLI::App& command, CommonOptions& options) {
  command.add_option("--color", options.color, "auto (on a terminal), always or never")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->option_text("WHEN");
}

void add_quiet_option(CLI::App& command, CommonOptions& options) {
  command.add_flag("-q,--quiet", options.quiet, "no warnings and no remarks, errors only");
}

void add_no_input_option(CLI::App& command) {
  command.add_flag_callback(
      "--no-input", [] {}, "never ask anything");
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
