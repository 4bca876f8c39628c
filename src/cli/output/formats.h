// Formats of output, by their names and by the ends of files' names: one table for all commands.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ibtikar/result.h"

namespace ibtikar::cli {

enum class Format { text, json, ndjson, markdown, html, csv, xlsx, sqlite, xlsform, surveyjs, cids };

/// What a command writes.
struct Formats {
  std::string_view command;           ///< "score"
  std::string_view option;            ///< that names the file: "--output"
  std::vector<Format> offered;        ///< in the order in which they are listed
  Format usual;                       ///< of standard output, and of a name without an ending
  std::string_view text_is = "text";  ///< the name of its text: a batch has a table
  bool has_format_option = true;      ///< --format: it decides, whatever the file is called
};

/// What `--format` calls it.
[[nodiscard]] std::string_view format_name(const Formats& formats, Format format);
/// What `--format` may be.
[[nodiscard]] std::vector<std::string> format_names(const Formats& formats);

/// The format named by --format, else by the end of the file's name (any case), else the usual one.
/// Fails (code "usage") on an end that says something else than what would be in the file, with the
/// formats that there are and the way to what is wanted.
[[nodiscard]] Result<Format> format_of(const Formats& formats, const std::string& path,
                                       const std::string& named);

/// What is wrong with a file's name for a text made by a template: it ends like something that no
/// text is.
[[nodiscard]] Result<void> check_name_of_text(std::string_view command, const std::string& path);

}  // namespace ibtikar::cli
