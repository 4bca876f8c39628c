// Options that several commands have, declared and understood once.
#pragma once

#include <string>

#include "cli/environment.h"
#include "ibtikar/report.h"

namespace CLI {
class App;
}

namespace ibtikar::cli {

void add_rubric_option(CLI::App& command, CommonOptions& options);
void add_language_option(CLI::App& command, CommonOptions& options);
void add_color_option(CLI::App& command, CommonOptions& options);
void add_quiet_option(CLI::App& command, CommonOptions& options);
/// --no-input: accepted everywhere, for scripts that say it to every program.
void add_no_input_option(CLI::App& command);

/// The language of words that a person reads: --lang, else the environment's; empty: the rubric's first.
[[nodiscard]] std::string wanted_language(const CommonOptions& options, const Environment& env);

/// The language of words in formats that programs read (CSV, a database): --lang alone; empty: the rubric's
/// first. The environment does not count there, so that the same input gives the same bytes everywhere.
[[nodiscard]] const std::string& data_language(const CommonOptions& options);

/// How a text report is to look: language, width, colour.
[[nodiscard]] TextOptions text_options(const CommonOptions& options, const Environment& env);

}  // namespace ibtikar::cli
