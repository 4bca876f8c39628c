// Options that several commands have, declared and understood once.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

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

/// What is wrong with --lang: a language that neither the program nor any of these has. Nothing when all is
/// well; the environment's language is never wrong.
[[nodiscard]] std::optional<std::string> language_fault(const CommonOptions& options,
                                                        const std::vector<std::string>& languages);

/// For CLI11: empty when `text` is a whole number, not below `least`; else what was expected.
[[nodiscard]] std::string check_count(const std::string& text, std::uint64_t least);

/// The language of words that a person reads: --lang, else the environment's; empty: the rubric's first.
[[nodiscard]] std::string wanted_language(const CommonOptions& options, const Environment& env);

/// The language of words in formats that programs read (CSV, a database): --lang alone; empty: the rubric's
/// first. The environment does not count there, so that the same input gives the same bytes everywhere.
[[nodiscard]] const std::string& data_language(const CommonOptions& options);

/// How a text report is to look: language, width, colour.
[[nodiscard]] TextOptions text_options(const CommonOptions& options, const Environment& env);

}  // namespace ibtikar::cli
