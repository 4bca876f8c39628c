// Where reports go, and in which format: what `score` and `report` share.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command_line/command.h"
#include "cli/environment.h"
#include "cli/output/formats.h"
#include "ibtikar/assessment.h"
#include "io/files/output.h"
#include "io/files/path_output.h"
#include "report/template/render.h"

namespace ibtikar::cli {

struct OutputOptions {
  std::vector<std::string> paths;  ///< -o, several times; none: standard output
  std::string format;              ///< -f; empty: by a path's extension, else text
  std::string template_path;       ///< --template: every output is made by it
  bool byte_order_mark = false;    ///< --bom
  bool is_short = false;           ///< --short
};

/// What `score` and `report` write.
[[nodiscard]] Formats report_formats();

/// -o, -f, --template, --short and --bom.
[[nodiscard]] std::vector<CommandOption> output_options(OutputOptions& options);

/// Whether nothing is to be written at all: --quiet, and neither a file nor a format was asked for.
[[nodiscard]] bool is_silent(const OutputOptions& options, const CommonOptions& common);

/// The places of one run, open before any work is done.
class ReportOutputs {
 public:
  /// Nothing, with what is wrong shown and its status in `status`, when a place cannot be written
  /// to or is called something else than what would be in it, two places are one, or an output is
  /// also an input. `command`: "score".
  [[nodiscard]] static std::optional<ReportOutputs> open(std::string_view command,
                                                         const OutputOptions& options,
                                                         std::vector<std::string> inputs,
                                                         const CommonOptions& common, Environment& env,
                                                         ExitStatus& status);

  /// Writes every format; a failure is shown. `one`: a single input was asked
  /// for, so that its JSON is an object, not an array.
  [[nodiscard]] ExitStatus write(const std::vector<Assessment>& assessments, bool one,
                                 const CommonOptions& common, Environment& env);

 private:
  struct Place {
    Format format = Format::text;
    bool is_file = false;
    std::optional<io::Output> output;       ///< of texts
    std::optional<io::PathOutput> by_path;  ///< xlsx
  };

  [[nodiscard]] Result<void> add_place(const std::string& path, Format format, Environment& env);
  [[nodiscard]] Result<Format> format_for(std::string_view command, const OutputOptions& options,
                                          const std::string& path, const Environment& env) const;
  [[nodiscard]] Result<void> write_to(Place& place, const std::vector<Assessment>& assessments, bool one,
                                      const CommonOptions& common, Environment& env);
  [[nodiscard]] std::string render(const Place& place, const std::vector<Assessment>& assessments, bool one,
                                   const CommonOptions& common, const Environment& env) const;

  /// Nothing to do without --template; false, with what is wrong shown, when it cannot be used.
  [[nodiscard]] bool read_template(const OutputOptions& options, Environment& env, ExitStatus& status);

  std::vector<Place> places_;
  std::optional<Template> template_;
  bool byte_order_mark_ = false;
  bool is_short_ = false;
};

/// What --bom without a CSV gets.
[[nodiscard]] Message only_for_csv();

/// What is wrong with the command line: shown, and status usage.
[[nodiscard]] ExitStatus refuse_usage(const Message& fault, Environment& env);

}  // namespace ibtikar::cli
