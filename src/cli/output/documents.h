// Documents: one result, written to one or several places, in a format for each.
//
// -o and -f of every command whose result is whole before it is written. Rows that are written one
// by one go through io::Output instead.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command_line/command.h"
#include "cli/environment.h"
#include "cli/output/formats.h"
#include "ibtikar/report.h"
#include "io/files/output.h"
#include "report/workbook/workbook.h"

namespace ibtikar::cli {

struct DocumentOptions {
  std::vector<std::string> paths;  ///< -o, several times; none: standard output
  std::string format;              ///< -f; empty: by a path's extension, else the usual one
};

/// -o and -f.
[[nodiscard]] std::vector<CommandOption> document_options(const Formats& formats, DocumentOptions& options);

/// Whether nothing is to be written at all: --quiet, and neither a file nor a format was asked for.
[[nodiscard]] bool is_silent(const DocumentOptions& options, const CommonOptions& common);

/// What is wrong with the command line: shown, and status usage.
[[nodiscard]] ExitStatus refuse_usage(const Message& fault, Environment& env);

/// One place, open.
class DocumentPlace {
 public:
  [[nodiscard]] static Result<DocumentPlace> open(const std::string& path, Format format, Environment& env);

  [[nodiscard]] Format format() const { return format_; }
  /// Not standard output.
  [[nodiscard]] bool is_file() const { return is_file_; }
  /// How text is to look there: a file has 80 columns, and colour only with `--color always`.
  [[nodiscard]] TextOptions look(const CommonOptions& common, const Environment& env) const;

  /// The whole text. Once, and not of Format::xlsx.
  [[nodiscard]] Result<void> write(std::string_view text);
  /// The workbook that `fill` fills, in a direction that fits `language`. Once, and only of
  /// Format::xlsx.
  [[nodiscard]] Result<void> write_workbook(const std::string& language,
                                            const std::function<void(Workbook&)>& fill, Environment& env);

 private:
  DocumentPlace(Format format, bool is_file, io::Output output)
      : format_(format), is_file_(is_file), output_(std::move(output)) {}

  Format format_;
  bool is_file_;
  io::Output output_;
};

/// What a command writes, and what it reads.
struct DocumentPlan {
  Formats formats;
  std::vector<std::string> inputs;  ///< no output may be one of these
  /// The format of a path; unset: format_of().
  std::function<Result<Format>(const std::string& path)> choose = {};
  /// What else is wrong with the formats chosen, if anything.
  std::function<std::optional<Message>(const std::vector<Format>& formats)> check = {};
};

/// The places of one run, open before any work is done.
class Documents {
 public:
  /// Nothing, with what is wrong shown and its status in `status`, if a place cannot be written to
  /// or has the name of another format, if two places are one, or if an output is also an input.
  [[nodiscard]] static std::optional<Documents> open(const DocumentPlan& plan, const DocumentOptions& options,
                                                     const CommonOptions& common, Environment& env,
                                                     ExitStatus& status);

  /// Lets `write` write to each place. Failures are shown; the others are written all the same.
  [[nodiscard]] ExitStatus write(const std::function<Result<void>(DocumentPlace&)>& write, Environment& env);

 private:
  std::vector<DocumentPlace> places_;
};

}  // namespace ibtikar::cli
