// See compare.h.
#include "cli/commands/compare.h"

#include <optional>

#include <fmt/format.h>

#include "base/safe_text.h"
#include "cli/load.h"
#include "cli/scoring.h"
#include "cli/shared_options.h"
#include "ibtikar/compare.h"

namespace ibtikar::cli {
namespace {

Formats comparison_formats() {
  return {"compare", "--output", {Format::text, Format::markdown, Format::html, Format::json}, Format::text};
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

std::string rendered(const Comparison& comparison, const DocumentPlace& place, const CompareOptions& options,
                     const Environment& env) {
  const TextOptions look = place.look(options.common, env);
  const ComparisonOptions how{look.language, look.columns, look.color, options.all};
  switch (place.format()) {
    case Format::markdown:
      return render_comparison_markdown(comparison, how);
    case Format::html:
      return render_comparison_html(comparison, how);
    case Format::json:
      return encode_comparison(comparison, JsonStyle::indented) + "\n";
    default:
      return render_comparison_text(comparison, how);
  }
}

}  // namespace

Command compare_command(CompareOptions& options) {
  Command command = {.name = "compare",
                     .summary = message("compare proposals, or several assessments of one, side by side"),
                     .options = {{.names = "FILE",
                                  .description = message("two to six proposals, or assessments saved with "
                                                         "`score -f json`; all must use one rubric"),
                                  .target = &options.files,
                                  .required = true},
                                 rubric_option(options.common),
                                 language_option(options.common.language)},
                     .examples = {"ibtikar compare spring.json autumn.json"},
                     .run = [&options](Environment& env) { return run_compare(options, env); }};
  command.add(document_options(comparison_formats(), options.documents));
  command.options.push_back({.names = "--all",
                             .description = message("also show what is the same in all"),
                             .target = &options.all,
                             .group = Group::output});
  command.options.push_back(lenient_option(options.lenient));
  command.add(closing_options(options.common));
  return command;
}

ExitStatus run_compare(const CompareOptions& options, Environment& env) {
  Scoring scoring(options.common, {.lenient = options.lenient}, env);
  if (!scoring.prepare()) return scoring.status();
  std::vector<std::string> inputs = options.files;
  inputs.insert(inputs.end(), scoring.rubric_files().begin(), scoring.rubric_files().end());
  ExitStatus status = ExitStatus::done;
  std::optional<Documents> documents = Documents::open({comparison_formats(), std::move(inputs)},
                                                       options.documents, options.common, env, status);
  if (!documents) return status;
  Loaded loaded;
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
  return documents->write(
      [&](DocumentPlace& place) { return place.write(rendered(comparison, place, options, env)); }, env);
}

}  // namespace ibtikar::cli
