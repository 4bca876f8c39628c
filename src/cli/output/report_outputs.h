// Where reports go, and in which format: what `score` and `report` share.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command_line/command.h"
#include "cli/environment.h"
#include "cli/output/documents.h"
#include "ibtikar/assessment.h"
#include "report/template/render.h"

namespace ibtikar::cli {

struct OutputOptions {
  DocumentOptions documents;     ///< -o, -f
  std::string template_path;     ///< --template: every output is made by it
  bool byte_order_mark = false;  ///< --bom
  bool is_short = false;         ///< --short
};

/// What `score` and `report` write.
[[nodiscard]] Formats report_formats();

/// -o, -f, --template, --short and --bom.
[[nodiscard]] std::vector<CommandOption> output_options(OutputOptions& options);

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
  [[nodiscard]] std::string render(const DocumentPlace& place, const std::vector<Assessment>& assessments,
                                   bool one, const CommonOptions& common, const Environment& env) const;
  [[nodiscard]] Result<void> write_to(DocumentPlace& place, const std::vector<Assessment>& assessments,
                                      bool one, const CommonOptions& common, Environment& env) const;
  /// What is wrong with --bom and --short for these formats, if anything.
  [[nodiscard]] std::optional<Message> fault_of_formats(const std::vector<Format>& formats) const;

  /// Nothing to do without --template; false, with what is wrong shown, when it cannot be used.
  [[nodiscard]] bool read_template(const OutputOptions& options, Environment& env, ExitStatus& status);

  std::optional<Documents> documents_;
  std::optional<Template> template_;
  bool byte_order_mark_ = false;
  bool is_short_ = false;
};

/// What --bom without a CSV gets.
[[nodiscard]] Message only_for_csv();

/// Format::json or Format::ndjson of assessments, with its line ends. `one`: a single one is an
/// object, not an array.
[[nodiscard]] std::string assessments_as_json(const std::vector<Assessment>& assessments, Format format,
                                              bool one);

}  // namespace ibtikar::cli
