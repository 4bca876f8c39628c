// See compare.h.
#include "cli/commands/compare.h"

#include <iterator>
#include <optional>

#include <fmt/format.h>

#include "base/safe_text.h"
#include "cli/load.h"
#include "cli/output/formats.h"
#include "cli/output/places.h"
#include "cli/output/report_outputs.h"
#include "cli/scoring.h"
#include "cli/shared_options.h"
#include "ibtikar/compare.h"
#include "io/files/output.h"

namespace ibtikar::cli {
namespace {

Formats comparison_formats() {
  return {"compare", "--output", {Format::text, Format::markdown, Format::html, Format::json}, Format::text};
}

/// What is wrong with where it is to be written.
std::optional<Message> fault_of(const std::vector<std::string>& paths,
                                const std::vector<std::string>& inputs) {
  std::vector<Wanted> outputs;
  for (const std::string& path : paths) outputs.push_back({"--output", path});
  return clash(outputs, inputs);
}

/// An assessment, and the file that it came from.
struct Loaded {
  std::vector<Assessment> assessments;
  std::vector<std::string> names;
};

/// The content of one file, by the format that it declares.
ExitStatus load(const std::string& file, Scoring& scoring, Environment& env, Loaded& loaded) {
  Result<std::string> text = io::read_whole(file, kMaxAssessmentsBytes);
  if (!text) return env.report(text.error());
  const NamedText source{shown_name(file), std::move(*text)};
  if (!holds_assessments(source)) {
    std::optional<Assessment> assessment = scoring.score(file, source);
    if (!assessment) return scoring.status();
    loaded.assessments.push_back(std::move(*assessment));
    loaded.names.push_back(source.name);
    return ExitStatus::done;
  }
  Checked<std::vector<Assessment>> some = decode_assessments(source);
  if (!some) return env.report(some.error());
  for (Assessment& assessment : *some) {
    loaded.assessments.push_back(std::move(assessment));
    loaded.names.push_back(source.name);
  }
  return ExitStatus::done;
}

std::string rubric_name(const Assessment& assessment) {
  const RubricSummary& rubric = assessment.rubric;
  return fmt::format("{} {} ({})", visible(rubric.id), visible(rubric.version), visible(rubric.digest));
}

ExitStatus refuse_incomparable(const Incomparable& fault, const Loaded& loaded, Environment& env) {
  Diagnostic told;
  told.file = loaded.names[fault.which];
  told.code = "other-rubric";
  const std::string& first = loaded.names.front();
  told.message =
      fault.why == Incomparable::Why::rubric
          ? message("scored by rubric {0}, but {1} by {2}; score both by one rubric to compare them",
                    rubric_name(loaded.assessments[fault.which]), first,
                    rubric_name(loaded.assessments.front()))
          : message("says that it was scored by the rubric of {0}, but has other parts; was it changed?",
                    first);
  return env.report(told);
}

void warn_of_engines(const Loaded& loaded, Environment& env) {
  for (std::size_t i = 1; i < loaded.assessments.size(); ++i)
    if (loaded.assessments[i].engine_version != loaded.assessments.front().engine_version) {
      env.err.note(
          message("{0}: warning: scored by ibtikar {1}, but {2} by {3}; differences may come from that",
                  visible(loaded.names[i]), visible(loaded.assessments[i].engine_version),
                  visible(loaded.names.front()), visible(loaded.assessments.front().engine_version)));
      return;
    }
}

std::string rendered(const Comparison& comparison, Format format, bool to_file, const CompareOptions& options,
                     const Environment& env) {
  const TextOptions look = text_options(options.common, env);
  constexpr std::size_t kFileColumns = 80;
  const ComparisonOptions how{look.language, to_file ? kFileColumns : look.columns,
                              to_file ? options.common.color == "always" : look.color, options.all};
  if (format == Format::markdown) return render_comparison_markdown(comparison, how);
  if (format == Format::html) return render_comparison_html(comparison, how);
  if (format == Format::json) return encode_comparison(comparison, JsonStyle::indented) + "\n";
  return render_comparison_text(comparison, how);
}

/// One output, open, and what goes into it.
struct Place {
  Format format;
  bool is_file;
  io::Output output;
};

Result<void> write(const Comparison& comparison, Place& place, const CompareOptions& options,
                   const Environment& env) {
  const std::string text = rendered(comparison, place.format, place.is_file, options, env);
  if (Result<void> written = place.output.write(text); !written) return written;
  return place.output.finish();
}

}  // namespace

Command compare_command(CompareOptions& options) {
  return {.name = "compare",
          .summary = message("compare proposals, or several assessments of one, side by side"),
          .options = {{.names = "FILE",
                       .description = message("two to six proposals, or assessments saved with "
                                              "`score -f json`; all must use one rubric"),
                       .target = &options.files,
                       .required = true},
                      rubric_option(options.common),
                      language_option(options.common.language),
                      {.names = "-o,--output",
                       .value = "FILE",
                       .description =
                           message("write to FILE instead of standard output; may be given several times"),
                       .target = &options.outputs,
                       .group = Group::output},
                      {.names = "-f,--format",
                       .value = "FORMAT",
                       .description = message("text, md, html or json (default: by the output's "
                                              "extension, else text)"),
                       .target = &options.format,
                       .group = Group::output,
                       .choices = format_names(comparison_formats())},
                      {.names = "--all",
                       .description = message("also show what is the same in all"),
                       .target = &options.all,
                       .group = Group::output},
                      lenient_option(options.lenient),
                      color_option(options.common),
                      quiet_option(options.common),
                      no_input_option()},
          .examples = {"ibtikar compare spring.json autumn.json"},
          .run = [&options](Environment& env) { return run_compare(options, env); }};
}

ExitStatus run_compare(const CompareOptions& options, Environment& env) {
  const bool is_silent = options.common.quiet && options.outputs.empty() && options.format.empty();
  std::vector<std::string> paths = options.outputs;
  if (paths.empty() && !is_silent) paths.emplace_back();
  std::vector<Format> formats;
  for (const std::string& path : paths) {
    const Result<Format> format = format_of(comparison_formats(), path, options.format);
    if (!format) return refuse_usage(format.error().message, env);
    formats.push_back(*format);
  }
  Scoring scoring(options.common, {.lenient = options.lenient}, env);
  if (!scoring.prepare()) return scoring.status();
  std::vector<std::string> inputs = options.files;
  inputs.insert(inputs.end(), scoring.rubric_files().begin(), scoring.rubric_files().end());
  if (const auto fault = fault_of(paths, inputs)) return refuse_usage(*fault, env);
  std::vector<Place> places;
  for (std::size_t i = 0; i < paths.size(); ++i) {
    Result<io::Output> output = io::Output::open(paths[i], env.out);
    if (!output) return env.report(output.error());
    places.push_back({formats[i], !paths[i].empty() && paths[i] != "-", *std::move(output)});
  }
  Loaded loaded;
  ExitStatus status = ExitStatus::done;
  for (const std::string& file : options.files) status = worse(status, load(file, scoring, env, loaded));
  if (status != ExitStatus::done) return status;
  const std::size_t count = loaded.assessments.size();
  if (count < kFewestCompared || count > kMostCompared)
    return refuse_usage(
        message("compare takes {0} to {1} assessments, not {2}", kFewestCompared, kMostCompared, count), env);
  if (const auto fault = incomparable(loaded.assessments)) return refuse_incomparable(*fault, loaded, env);
  if (const auto fault = language_fault(options.common, loaded.assessments.front().rubric.languages))
    return refuse_usage(*fault, env);
  if (!options.common.quiet) warn_of_engines(loaded, env);
  const Comparison comparison = compare(std::move(loaded.assessments));
  for (Place& place : places) status = worse(status, env.finish(write(comparison, place, options, env)));
  return status;
}

}  // namespace ibtikar::cli
