// See compare.h.
#include "cli/commands/compare.h"

#include <iterator>
#include <optional>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "base/safe_text.h"
#include "cli/load.h"
#include "cli/output/report_outputs.h"
#include "cli/output/row_sink.h"
#include "cli/scoring.h"
#include "cli/shared_options.h"
#include "ibtikar/compare.h"

namespace ibtikar::cli {
namespace {

enum class Form { text, markdown, html, json };

Form form_of(const CompareOptions& options) {
  const auto is = [&](const std::string& name) {
    return options.format.empty() ? options.output.ends_with("." + name) : options.format == name;
  };
  if (is("md") || is("markdown")) return Form::markdown;
  if (is("html") || is("htm")) return Form::html;
  return is("json") ? Form::json : Form::text;
}

/// What is wrong with the command line.
std::optional<std::string> fault_of(const CompareOptions& options) {
  if (options.output.empty() || options.output == "-" || options.output.starts_with("/dev/"))
    return std::nullopt;
  for (const std::string& file : options.files)
    if (io::same_file(options.output, file))
      return fmt::format("--output {} is also read as input", ibtikar::quoted(options.output));
  return std::nullopt;
}

/// An assessment, and the file that it came from.
struct Loaded {
  std::vector<Assessment> assessments;
  std::vector<std::string> names;
};

/// What one file holds, told apart by what it says it is.
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
  const std::string first = visible(loaded.names.front());
  told.message =
      fault.why == Incomparable::Why::rubric
          ? fmt::format("scored by rubric {}, but {} by {}; score both by one rubric to compare them",
                        rubric_name(loaded.assessments[fault.which]), first,
                        rubric_name(loaded.assessments.front()))
          : fmt::format("says that it was scored by the rubric of {}, but has other parts; was it changed?",
                        first);
  return env.report(told);
}

void warn_of_engines(const Loaded& loaded, Environment& env) {
  for (std::size_t i = 1; i < loaded.assessments.size(); ++i)
    if (loaded.assessments[i].engine_version != loaded.assessments.front().engine_version) {
      env.err.line(
          fmt::format("{}: warning: scored by ibtikar {}, but {} by {}; differences may come from that",
                      visible(loaded.names[i]), visible(loaded.assessments[i].engine_version),
                      visible(loaded.names.front()), visible(loaded.assessments.front().engine_version)));
      return;
    }
}

std::string rendered(const Comparison& comparison, const CompareOptions& options, const Environment& env) {
  const TextOptions look = text_options(options.common, env);
  const bool to_file = !options.output.empty() && options.output != "-";
  constexpr std::size_t kFileColumns = 80;
  const ComparisonOptions how{look.language, to_file ? kFileColumns : look.columns,
                              to_file ? options.common.color == "always" : look.color, options.all};
  switch (form_of(options)) {
    case Form::markdown:
      return render_comparison_markdown(comparison, how);
    case Form::html:
      return render_comparison_html(comparison, how);
    case Form::json:
      return encode_comparison(comparison, JsonStyle::indented) + "\n";
    case Form::text:
      break;
  }
  return render_comparison_text(comparison, how);
}

}  // namespace

CLI::App* add_compare(CLI::App& app, CompareOptions& options) {
  CLI::App* command = app.add_subcommand("compare", "show proposals, or one at several dates, side by side");
  command
      ->add_option("FILE", options.files,
                   "two to six: proposals, or assessments that score -f json saved; all by one rubric")
      ->required()
      ->option_text("...");
  add_rubric_option(*command, options.common);
  add_language_option(*command, options.common);
  command->add_option("-o,--output", options.output, "write there instead of standard output")
      ->option_text("FILE");
  command
      ->add_option("-f,--format", options.format,
                   "text, md, html or json (default: by the output's extension, else text)")
      ->check(CLI::IsMember({"text", "md", "html", "json"}))
      ->option_text("FORMAT");
  command->add_flag("--all", options.all, "show what is the same in all, too");
  command->add_flag("--lenient", options.lenient,
                    "take answers that do not fit as unanswered, with a warning");
  add_color_option(*command, options.common);
  add_quiet_option(*command, options.common);
  add_no_input_option(*command);
  command->footer("Example:\n  ibtikar compare spring.json autumn.json");
  return command;
}

ExitStatus run_compare(const CompareOptions& options, Environment& env) {
  if (const auto fault = fault_of(options)) return refuse_usage(*fault, env);
  Scoring scoring(options.common, {.lenient = options.lenient}, env);
  if (!scoring.prepare()) return scoring.status();
  Loaded loaded;
  ExitStatus status = ExitStatus::done;
  for (const std::string& file : options.files) status = worse(status, load(file, scoring, env, loaded));
  if (status != ExitStatus::done) return status;
  const std::size_t count = loaded.assessments.size();
  if (count < kFewestCompared || count > kMostCompared)
    return refuse_usage(
        fmt::format("compare takes {} to {} assessments, not {}", kFewestCompared, kMostCompared, count),
        env);
  if (const auto fault = incomparable(loaded.assessments)) return refuse_incomparable(*fault, loaded, env);
  if (!options.common.quiet) warn_of_engines(loaded, env);
  Result<RowSink> place = RowSink::open(options.output, env.out);
  if (!place) return env.report(place.error());
  Result<void> written = place->write(rendered(compare(std::move(loaded.assessments)), options, env));
  if (written) written = place->finish();
  return env.finish(written);
}

}  // namespace ibtikar::cli
