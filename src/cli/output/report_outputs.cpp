// See report_outputs.h.
#include "cli/output/report_outputs.h"

#include <algorithm>
#include <optional>

#include "base/safe_text.h"
#include "cli/load.h"
#include "cli/output/places.h"
#include "cli/output/workbook_output.h"
#include "cli/shared_options.h"
#include "ibtikar/codec.h"
#include "ibtikar/report.h"

namespace ibtikar::cli {
namespace {

constexpr std::size_t kFileColumns = 80;

/// Why the command line cannot be followed, if it cannot.
std::optional<Message> fault_of(const OutputOptions& options, const std::vector<std::string>& inputs) {
  std::vector<Wanted> outputs;
  for (const std::string& path : options.paths) outputs.push_back({"--output", path});
  if (outputs.empty()) outputs.push_back({"--output", "-"});
  return clash(outputs, inputs);
}

/// A line between two text reports.
std::string rule(std::size_t columns) {
  std::string line = "\n";
  for (std::size_t i = 0; i < std::clamp<std::size_t>(columns, 1, 120); ++i) line += "═";
  return line + "\n\n";
}

/// All of them, each as `write` has it.
template <class Write>
std::string joined(const std::vector<Assessment>& assessments, std::string_view separator,
                   const Write& write) {
  std::string out;
  for (const Assessment& assessment : assessments)
    out.append(out.empty() ? "" : separator).append(write(assessment));
  return out;
}

}  // namespace

Formats report_formats() {
  return {
      "score",
      "--output",
      {Format::text, Format::markdown, Format::html, Format::csv, Format::xlsx, Format::json, Format::ndjson},
      Format::text};
}

bool is_silent(const OutputOptions& options, const CommonOptions& common) {
  return common.quiet && options.paths.empty() && options.format.empty() && options.template_path.empty();
}

std::vector<CommandOption> output_options(OutputOptions& options) {
  return {
      {.names = "-o,--output",
       .value = "FILE",
       .description = message("write to FILE instead of standard output; may be given several times"),
       .target = &options.paths,
       .group = Group::output},
      {.names = "-f,--format",
       .value = "FORMAT",
       .description = message("text, md, html, csv, xlsx, json or ndjson (default: by the "
                              "output's extension, else text)"),
       .target = &options.format,
       .group = Group::output,
       .choices = format_names(report_formats()),
       .not_with = {"--template"}},
      {.names = "--template",
       .value = "FILE",
       .description = message("fill this Mustache template: NAME.html.mustache, .md.mustache or "
                              ".txt.mustache (docs/templates.md)"),
       .target = &options.template_path,
       .group = Group::output,
       .not_with = {"--format"}},
      {.names = "--short",
       .description = message("one or two pages: verdict, scores, caps, largest losses, best steps, open "
                              "questions (text, md, html)"),
       .target = &options.is_short,
       .group = Group::output},
      byte_order_mark_option(options.byte_order_mark),
  };
}

Result<Format> ReportOutputs::format_for(std::string_view command, const OutputOptions& options,
                                         const std::string& path, const Environment& env) const {
  if (template_) {
    if (Result<void> checked = check_name_of_text(command, path); !checked) return fail(checked.error());
    return Format::text;
  }
  Formats formats = report_formats();
  formats.command = command;
  const Result<Format> format = format_of(formats, path, options.format);
  if (format && *format == Format::xlsx)
    if (const auto fault = fault_of_binary(path, "xlsx", env)) return fail(error_at("", "usage", *fault));
  return format;
}

Result<void> ReportOutputs::add_place(const std::string& path, Format format, Environment& env) {
  Place place;
  place.format = format;
  place.is_file = !path.empty() && path != "-";
  if (format == Format::xlsx) {
    Result<io::PathOutput> output = io::PathOutput::open(path, env.out);
    if (!output) return fail(output.error());
    place.by_path = *std::move(output);
  } else {
    Result<io::Output> output = io::Output::open(path, env.out);
    if (!output) return fail(output.error());
    place.output = *std::move(output);
  }
  places_.push_back(std::move(place));
  return {};
}

std::optional<ReportOutputs> ReportOutputs::open(std::string_view command, const OutputOptions& options,
                                                 std::vector<std::string> inputs, const CommonOptions& common,
                                                 Environment& env, ExitStatus& status) {
  const auto refuse = [&](const Message& fault) {
    status = refuse_usage(fault, env);
    return std::nullopt;
  };
  if (!options.template_path.empty()) inputs.push_back(options.template_path);
  if (const auto fault = fault_of(options, inputs)) return refuse(*fault);
  ReportOutputs outputs;
  if (!outputs.read_template(options, env, status)) return std::nullopt;
  std::vector<std::string> paths = options.paths;
  if (paths.empty() && !is_silent(options, common)) paths.emplace_back();
  std::vector<Format> formats;
  for (const std::string& path : paths) {
    const Result<Format> format = outputs.format_for(command, options, path, env);
    if (!format) return refuse(format.error().message);
    formats.push_back(*format);
  }
  outputs.byte_order_mark_ = options.byte_order_mark;
  if (options.byte_order_mark &&
      (outputs.template_ || std::ranges::find(formats, Format::csv) == formats.end()))
    return refuse(only_for_csv());
  const auto is_for_people = [](Format format) {
    return format == Format::text || format == Format::markdown || format == Format::html;
  };
  if (options.is_short && (outputs.template_ || !std::ranges::all_of(formats, is_for_people)))
    return refuse(message("--short is for reports that people read: text, md and html"));
  outputs.is_short_ = options.is_short;
  for (std::size_t i = 0; i < paths.size(); ++i)
    if (Result<void> added = outputs.add_place(paths[i], formats[i], env); !added) {
      status = env.report(added.error());
      return std::nullopt;
    }
  return outputs;
}

std::string ReportOutputs::render(const Place& place, const std::vector<Assessment>& assessments, bool one,
                                  const CommonOptions& common, const Environment& env) const {
  TextOptions look = text_options(common, env);
  look.is_short = is_short_;
  if (place.is_file) {
    look.columns = kFileColumns;
    look.color = common.color == "always";
  }
  switch (place.format) {
    case Format::text:
      return joined(assessments, rule(look.columns),
                    [&](const Assessment& assessment) { return render_text(assessment, look); });
    case Format::markdown:
      // "***": a line of dashes would begin a block of YAML for pandoc.
      return joined(assessments, "\n***\n\n", [&](const Assessment& assessment) {
        return render_markdown(assessment, {.language = look.language, .is_short = is_short_});
      });
    case Format::html:
      return render_html(assessments, {.language = look.language, .is_short = is_short_});
    case Format::csv:
      return render_csv(assessments, {data_language(common), byte_order_mark_});
    case Format::ndjson:
      return joined(assessments, "", [](const Assessment& assessment) {
        return encode_assessment(assessment, JsonStyle::compact) + "\n";
      });
    case Format::json:
      break;
    case Format::xlsx:  // not here: see write_to()
    case Format::sqlite:
      return {};
  }
  const auto object = [](const Assessment& assessment) {
    return encode_assessment(assessment, JsonStyle::indented);
  };
  if (one && assessments.size() == 1) return object(assessments.front()) + "\n";
  return "[\n" + joined(assessments, ",\n", object) + "\n]\n";
}

bool ReportOutputs::read_template(const OutputOptions& options, Environment& env, ExitStatus& status) {
  if (options.template_path.empty()) return true;
  const auto refuse = [&](const Diagnostics& faults) {
    status = worse(status, env.report(faults));
    return false;
  };
  Result<std::string> text = io::read_whole(options.template_path, kMaxTemplateBytes);
  if (!text) return refuse({text.error()});
  Checked<Template> read = Template::read({options.template_path, *std::move(text)});
  if (!read) return refuse(read.error());
  template_ = *std::move(read);
  return true;
}

Result<void> ReportOutputs::write_to(Place& place, const std::vector<Assessment>& assessments, bool one,
                                     const CommonOptions& common, Environment& env) {
  if (place.by_path) return write_workbook(assessments, wanted_language(common, env), *place.by_path, env);
  std::string bytes;
  if (template_) {
    Result<std::string> page = template_->render(assessments, wanted_language(common, env));
    if (!page) return fail(page.error());
    bytes = *std::move(page);
  } else {
    bytes = render(place, assessments, one, common, env);
  }
  if (Result<void> written = place.output->write(bytes); !written) return written;
  return place.output->finish();
}

ExitStatus ReportOutputs::write(const std::vector<Assessment>& assessments, bool one,
                                const CommonOptions& common, Environment& env) {
  std::vector<std::string> languages;
  for (const Assessment& assessment : assessments)
    languages.insert(languages.end(), assessment.rubric.languages.begin(), assessment.rubric.languages.end());
  if (const auto fault = language_fault(common, languages)) return refuse_usage(*fault, env);
  ExitStatus status = ExitStatus::done;
  for (Place& place : places_)
    status = worse(status, env.finish(write_to(place, assessments, one, common, env)));
  return status;
}

Message only_for_csv() {
  return message("--bom is for CSV; choose it with `-f csv` or an output that ends in .csv");
}

ExitStatus refuse_usage(const Message& fault, Environment& env) {
  env.err.say(fault);
  return ExitStatus::usage;
}

}  // namespace ibtikar::cli
