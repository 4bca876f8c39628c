// Where reports go, and in which format: what `score` and `report` share.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/environment.h"
#include "ibtikar/assessment.h"
#include "io/files.h"
#include "io/path_output.h"
#include "report/template.h"

namespace CLI {
class App;
}

namespace ibtikar::cli {

struct OutputOptions {
  std::vector<std::string> paths;  ///< -o, several times; none: standard output
  std::string format;              ///< -f; empty: by a path's extension, else text
  std::string template_path;       ///< --template: every output is made by it
};

void add_output_options(CLI::App& command, OutputOptions& options);

/// The places of one run, open before any work is done.
class ReportOutputs {
 public:
  /// Nothing, with what is wrong shown and its status in `status`, when a place
  /// cannot be written to, two places are one, or an output is also an input.
  [[nodiscard]] static std::optional<ReportOutputs> open(const OutputOptions& options,
                                                         const std::vector<std::string>& inputs,
                                                         Environment& env, ExitStatus& status);

  /// Writes every format; a failure is shown. `one`: a single input was asked
  /// for, so that its JSON is an object, not an array.
  [[nodiscard]] ExitStatus write(const std::vector<Assessment>& assessments, bool one,
                                 const CommonOptions& common, Environment& env);

 private:
  enum class Format { text, json, ndjson, xlsx, by_template };
  struct Place {
    Format format = Format::text;
    std::vector<io::OutputFile> file;       ///< one; none for standard output, and for xlsx
    std::optional<io::PathOutput> by_path;  ///< xlsx
  };

  [[nodiscard]] static Result<Place> open_place(const std::string& path, const std::string& format,
                                                Environment& env);
  [[nodiscard]] static std::string render(Format format, const std::vector<Assessment>& assessments, bool one,
                                          const CommonOptions& common, const Environment& env, bool to_file);
  [[nodiscard]] Result<void> write_to(Place& place, const std::vector<Assessment>& assessments, bool one,
                                      const CommonOptions& common, Environment& env);
  [[nodiscard]] static Format format_for(const std::string& path, const std::string& wanted);

  /// Nothing to do without --template; false, with what is wrong shown, when it cannot be used.
  [[nodiscard]] bool read_template(const OutputOptions& options, Environment& env, ExitStatus& status);

  std::vector<Place> places_;
  std::optional<Template> template_;
};

/// What is wrong with the command line: shown, and status usage.
[[nodiscard]] ExitStatus refuse_usage(const std::string& message, Environment& env);

}  // namespace ibtikar::cli
