// See documents.h.
#include "cli/output/documents.h"

#include <algorithm>

#include "base/suggest.h"
#include "cli/output/places.h"
#include "cli/output/workbook_output.h"
#include "cli/shared_options.h"

namespace ibtikar::cli {
namespace {

constexpr std::size_t kFileColumns = 80;

std::optional<Message> clash_of(const DocumentOptions& options, const std::vector<std::string>& inputs) {
  std::vector<Wanted> outputs;
  for (const std::string& path : options.paths) outputs.push_back({"--output", path});
  if (outputs.empty()) outputs.push_back({"--output", "-"});
  return clash(outputs, inputs);
}

bool is_workbook(Format format) { return format == Format::xlsx || format == Format::xlsform; }

Result<Format> chosen_format(const DocumentPlan& plan, const DocumentOptions& options,
                             const std::string& path, const Environment& env) {
  Result<Format> format = plan.choose ? plan.choose(path) : format_of(plan.formats, path, options.format);
  if (format && is_workbook(*format))
    if (const auto fault = fault_of_binary(path, format_name(plan.formats, *format), env))
      return fail(error_at("", Code::usage, *fault));
  return format;
}

}  // namespace

std::vector<CommandOption> document_options(const Formats& formats, DocumentOptions& options) {
  const std::vector<std::string> names = format_names(formats);
  return {{.names = "-o,--output",
           .value = "FILE",
           .description = message("write to FILE instead of standard output; may be given several times"),
           .target = &options.paths,
           .group = Group::output},
          {.names = "-f,--format",
           .value = "FORMAT",
           .description = message("{0} (default: by the output's extension, else {1})", alternatives(names),
                                  format_name(formats, formats.usual)),
           .target = &options.format,
           .group = Group::output,
           .choices = names}};
}

bool is_silent(const DocumentOptions& options, const CommonOptions& common) {
  return common.quiet && options.paths.empty() && options.format.empty();
}

ExitStatus refuse_usage(const Message& fault, Environment& env) {
  env.err.say(fault);
  return ExitStatus::usage;
}

Result<DocumentPlace> DocumentPlace::open(const std::string& path, Format format, Environment& env) {
  Result<io::Output> output =
      is_workbook(format) ? io::Output::open_for_library(path, env.out) : io::Output::open(path, env.out);
  if (!output) return fail(output.error());
  return DocumentPlace(format, !io::is_standard_output(path), *std::move(output));
}

TextOptions DocumentPlace::look(const CommonOptions& common, const Environment& env) const {
  TextOptions look = text_options(common, env);
  if (is_file_) {
    look.columns = kFileColumns;
    look.color = common.color == "always";
  }
  return look;
}

Result<void> DocumentPlace::write(std::string_view text) { return output_.finish(text); }

Result<void> DocumentPlace::write_workbook(const std::string& language,
                                           const std::function<void(Workbook&)>& fill, Environment& env) {
  return cli::write_workbook(output_, language, fill, env);
}

std::optional<Documents> Documents::open(const DocumentPlan& plan, const DocumentOptions& options,
                                         const CommonOptions& common, Environment& env, ExitStatus& status) {
  const auto refuse = [&](const Message& fault) {
    status = refuse_usage(fault, env);
    return std::nullopt;
  };
  if (const auto fault = clash_of(options, plan.inputs)) return refuse(*fault);
  std::vector<std::string> paths = options.paths;
  if (paths.empty() && !is_silent(options, common)) paths.emplace_back();
  std::vector<Format> formats;
  for (const std::string& path : paths) {
    const Result<Format> format = chosen_format(plan, options, path, env);
    if (!format) return refuse(format.error().message);
    formats.push_back(*format);
  }
  if (plan.check)
    if (const auto fault = plan.check(formats)) return refuse(*fault);
  Documents documents;
  for (std::size_t i = 0; i < paths.size(); ++i) {
    Result<DocumentPlace> place = DocumentPlace::open(paths[i], formats[i], env);
    if (!place) {
      status = env.report(place.error());
      return std::nullopt;
    }
    documents.places_.push_back(*std::move(place));
  }
  return documents;
}

ExitStatus Documents::write(const std::function<Result<void>(DocumentPlace&)>& write, Environment& env) {
  ExitStatus status = ExitStatus::done;
  for (DocumentPlace& place : places_) status = worse(status, env.finish(write(place)));
  return status;
}

}  // namespace ibtikar::cli
