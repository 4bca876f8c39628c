// Options that several commands have, declared and understood once.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "batch/record_stream.h"
#include "cli/command_line/command.h"
#include "cli/environment.h"
#include "ibtikar/report.h"

namespace ibtikar::cli {

[[nodiscard]] CommandOption rubric_option(CommonOptions& options);
[[nodiscard]] CommandOption language_option(std::string& language);
[[nodiscard]] CommandOption color_option(CommonOptions& options);
[[nodiscard]] CommandOption quiet_option(CommonOptions& options);
/// --no-input: accepted everywhere, for scripts that say it to every program.
[[nodiscard]] CommandOption no_input_option();
/// --color, --quiet and --no-input: the last options of a command that prints a document.
[[nodiscard]] std::vector<CommandOption> closing_options(CommonOptions& options);
[[nodiscard]] CommandOption lenient_option(bool& lenient);
/// --input-format, and the format that it names.
[[nodiscard]] CommandOption input_format_option(std::string& format);
[[nodiscard]] InputFormat input_format_named(const std::string& name);
/// --map: what the columns of a table mean.
[[nodiscard]] CommandOption mapping_option(std::string& path);
/// --bom, which only a CSV has.
[[nodiscard]] CommandOption byte_order_mark_option(bool& wanted);

/// What is wrong with --lang: a language that neither the program nor any of these has. Nothing
/// when all is well; the environment's language is never wrong.
[[nodiscard]] std::optional<Message> language_fault(const CommonOptions& options,
                                                    const std::vector<std::string>& languages);

/// The language of words that a person reads: --lang, else the environment's; empty: the rubric's
/// first.
[[nodiscard]] std::string wanted_language(const CommonOptions& options, const Environment& env);

/// The language of words in formats that programs read (CSV, a database): --lang alone; empty: the
/// rubric's first. The environment does not count there, so that the same input gives the same
/// bytes everywhere.
[[nodiscard]] const std::string& data_language(const CommonOptions& options);

/// How a text report is to look: language, width, colour.
[[nodiscard]] TextOptions text_options(const CommonOptions& options, const Environment& env);

}  // namespace ibtikar::cli
