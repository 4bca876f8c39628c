// See report_outputs.h.
#include "cli/output/report_outputs.h"

#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "base/safe_text.h"
#include "cli/load.h"
#include "cli/output/workbook_output.h"
#include "cli/shared_options.h"
#include "ibtikar/codec.h"
#include "ibtikar/report.h"

namespace ibtikar::cli {
namespace {

constexpr std::size_t kFileColumns = 80;

bool is_stdout(const std::string& path) { return path.empty() || path == "-"; }

/// Why the output number `at` cannot be one of this run.
std::optional<std::string> conflict(const OutputOptions& options, const std::vector<std::string>& inputs,
                                    std::size_t at) {
  const std::string& path = options.paths[at];
  const bool is_device = path.starts_with("/dev/");
  for (std::size_t i = 0; i < at; ++i) {
    if (path == options.paths[i]) return fmt::format("--output {} is given twice", ibtikar::quoted(path));
    if (!is_device && io::same_file(path, options.paths[i]))
      return fmt::format("--output {} and {} are one file", ibtikar::quoted(options.paths[i]),
                         ibtikar::quoted(path));
  }
  for (const std::string& input : inputs)
    if (!is_device && io::same_file(path, input))
      return fmt::format("--output {} is also read as input", ibtikar::quoted(path));
  return std::nullopt;
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

void add_output_options(CLI::App& command, OutputOptions& options) {
  command
      .add_option("-o,--output", options.paths,
                  "write there instead of standard output; may be given several times")
      ->option_text("FILE")
      ->allow_extra_args(false);
  command
      .add_option("-f,--format", options.format,
                  "text, md, html, csv, xlsx, json or ndjson (default: by the output's extension, else text)")
      ->check(CLI::IsMember({"text", "md", "html", "csv", "xlsx", "json", "ndjson"}))
      ->option_text("FORMAT");
  command
      .add_option("--template", options.template_path,
                  "make the report with this Mustache template: NAME.html.mustache, .md.mustache or "
                  ".txt.mustache (docs/templates.md)")
      ->option_text("FILE")
      ->excludes("--format");
  command.add_flag("--short", options.is_short,
                   "one or two pages: verdict, scores, caps, where most is lost, best steps, what is open "
                   "(text, md, html)");
  add_byte_order_mark_option(command, options.byte_order_mark);
}

void add_byte_order_mark_option(CLI::App& command, bool& wanted) {
  command.add_flag("--bom", wanted, "begin a CSV with a byte-order mark, for spreadsheets that need one");
}

ReportOutputs::Format ReportOutputs::format_for(const std::string& path, const std::string& wanted) {
  static constexpr std::array<std::pair<std::string_view, Format>, 9> kNames = {
      {{"json", Format::json},
       {"ndjson", Format::ndjson},
       {"md", Format::markdown},
       {"markdown", Format::markdown},
       {"html", Format::html},
       {"htm", Format::html},
       {"csv", Format::csv},
       {"xlsx", Format::xlsx},
       {"template", Format::by_template}}};
  for (const auto& [name, format] : kNames)
    if (wanted.empty() ? path.ends_with("." + std::string(name)) : wanted == name) return format;
  return Format::text;
}

Result<ReportOutputs::Place> ReportOutputs::open_place(const std::string& path, const std::string& format,
                                                       Environment& env) {
  Place place{format_for(path, format), {}, {}};
  if (place.format == Format::xlsx) {
    Result<io::PathOutput> output = io::PathOutput::open(path, env.out);
    if (!output) return fail(output.error());
    place.by_path = *std::move(output);
    return place;
  }
  if (is_stdout(path)) return place;
  Result<io::OutputFile> file = io::OutputFile::open(path, io::Durability::report);
  if (!file) return fail(file.error());
  place.file.push_back(std::move(*file));
  return place;
}

std::optional<ReportOutputs> ReportOutputs::open(const OutputOptions& options,
                                                 const std::vector<std::string>& inputs, Environment& env,
                                                 ExitStatus& status) {
  for (std::size_t i = 0; i < options.paths.size(); ++i)
    if (const auto fault = conflict(options, inputs, i)) {
      status = refuse_usage(*fault, env);
      return std::nullopt;
    }
  ReportOutputs outputs;
  if (!outputs.read_template(options, env, status)) return std::nullopt;
  const std::vector<std::string> standard_output = {""};
  for (const std::string& path : options.paths.empty() ? standard_output : options.paths) {
    if (!outputs.template_ && format_for(path, options.format) == Format::xlsx)
      if (const auto fault = fault_of_binary(path, "xlsx", env)) {
        status = refuse_usage(*fault, env);
        return std::nullopt;
      }
    Result<Place> place = open_place(path, outputs.template_ ? "template" : options.format, env);
    if (!place) {
      status = env.report(place.error());
      return std::nullopt;
    }
    outputs.places_.push_back(std::move(*place));
  }
  outputs.byte_order_mark_ = options.byte_order_mark;
  const bool has_csv =
      std::ranges::any_of(outputs.places_, [](const Place& place) { return place.format == Format::csv; });
  if (options.byte_order_mark && !has_csv) {
    status = refuse_usage(kOnlyForCsv, env);
    return std::nullopt;
  }
  outputs.is_short_ = options.is_short;
  const bool has_whole = std::ranges::any_of(outputs.places_, [](const Place& place) {
    return place.format != Format::text && place.format != Format::markdown && place.format != Format::html;
  });
  if (options.is_short && has_whole) {
    status = refuse_usage("--short is for reports that people read: text, md and html", env);
    return std::nullopt;
  }
  return outputs;
}

std::string ReportOutputs::render(const Place& place, const std::vector<Assessment>& assessments, bool one,
                                  const CommonOptions& common, const Environment& env) const {
  TextOptions look = text_options(common, env);
  look.is_short = is_short_;
  if (!place.file.empty()) {
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
      return render_csv(assessments, {look.language, byte_order_mark_});
    case Format::ndjson:
      return joined(assessments, "", [](const Assessment& assessment) {
        return encode_assessment(assessment, JsonStyle::compact) + "\n";
      });
    case Format::json:
      break;
    case Format::xlsx:  // not here: see write_to()
    case Format::by_template:
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
  const bool to_file = !place.file.empty();
  std::string bytes;
  if (place.format == Format::by_template) {
    Result<std::string> page = template_->render(assessments, wanted_language(common, env));
    if (!page) return fail(page.error());
    bytes = *std::move(page);
  } else {
    bytes = render(place, assessments, one, common, env);
  }
  return to_file ? place.file.front().commit(bytes) : env.out.write(bytes);
}

ExitStatus ReportOutputs::write(const std::vector<Assessment>& assessments, bool one,
                                const CommonOptions& common, Environment& env) {
  ExitStatus status = ExitStatus::done;
  for (Place& place : places_)
    status = worse(status, env.finish(write_to(place, assessments, one, common, env)));
  return status;
}

ExitStatus refuse_usage(const std::string& message, Environment& env) {
  env.err.say(message);
  return ExitStatus::usage;
}

}  // namespace ibtikar::cli
