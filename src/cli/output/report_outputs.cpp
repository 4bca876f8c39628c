// See report_outputs.h.
#include "cli/output/report_outputs.h"

#include <algorithm>
#include <optional>

#include "base/safe_text.h"
#include "cli/load.h"
#include "cli/shared_options.h"
#include "ibtikar/cids.h"
#include "ibtikar/codec.h"
#include "ibtikar/report.h"
#include "report/workbook/report.h"

namespace ibtikar::cli {
namespace {

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
  return {"score",
          "--output",
          {Format::text, Format::markdown, Format::html, Format::csv, Format::xlsx, Format::json,
           Format::ndjson, Format::cids},
          Format::text};
}

std::vector<CommandOption> output_options(OutputOptions& options) {
  std::vector<CommandOption> all = document_options(report_formats(), options.documents);
  all.back().not_with = {"--template"};
  all.push_back({.names = "--template",
                 .value = "FILE",
                 .description = message("fill this Mustache template: NAME.html.mustache, .md.mustache or "
                                        ".txt.mustache (docs/templates.md)"),
                 .target = &options.template_path,
                 .group = Group::output,
                 .not_with = {"--format"}});
  all.push_back(
      {.names = "--short",
       .description = message("one or two pages: verdict, scores, caps, largest losses, best steps, "
                              "open questions (text, md, html)"),
       .target = &options.is_short,
       .group = Group::output});
  all.push_back(byte_order_mark_option(options.byte_order_mark));
  return all;
}

std::optional<Message> ReportOutputs::fault_of_formats(const std::vector<Format>& formats) const {
  if (byte_order_mark_ && (template_ || std::ranges::find(formats, Format::csv) == formats.end()))
    return only_for_csv();
  const auto is_for_people = [](Format format) {
    return format == Format::text || format == Format::markdown || format == Format::html;
  };
  if (is_short_ && (template_ || !std::ranges::all_of(formats, is_for_people)))
    return message("--short is for reports that people read: text, md and html");
  return std::nullopt;
}

std::optional<ReportOutputs> ReportOutputs::open(std::string_view command, const OutputOptions& options,
                                                 std::vector<std::string> inputs, const CommonOptions& common,
                                                 Environment& env, ExitStatus& status) {
  ReportOutputs outputs;
  outputs.byte_order_mark_ = options.byte_order_mark;
  outputs.is_short_ = options.is_short;
  if (!outputs.read_template(options, env, status)) return std::nullopt;
  if (outputs.template_) inputs.push_back(options.template_path);
  DocumentPlan plan = {
      .formats = report_formats(),
      .inputs = std::move(inputs),
      .check = [&](const std::vector<Format>& formats) { return outputs.fault_of_formats(formats); }};
  plan.formats.command = command;
  CommonOptions loud = common;
  if (outputs.template_) {
    loud.quiet = false;  // a template asks for its text
    plan.choose = [&](const std::string& path) -> Result<Format> {
      if (Result<void> checked = check_name_of_text(command, path); !checked) return fail(checked.error());
      return Format::text;
    };
  }
  outputs.documents_ = Documents::open(plan, options.documents, loud, env, status);
  if (!outputs.documents_) return std::nullopt;
  return outputs;
}

std::string ReportOutputs::render(const DocumentPlace& place, const std::vector<Assessment>& assessments,
                                  bool one, const CommonOptions& common, const Environment& env) const {
  TextOptions look = place.look(common, env);
  look.is_short = is_short_;
  switch (place.format()) {
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
    case Format::json:
      return assessments_as_json(assessments, place.format(), one);
    case Format::xlsx:  // not here: see write_to()
    case Format::cids:
    case Format::xlsform:
    case Format::surveyjs:
    case Format::sqlite:
      break;
  }
  return {};
}

std::string assessments_as_json(const std::vector<Assessment>& assessments, Format format, bool one) {
  if (format == Format::ndjson)
    return joined(assessments, "", [](const Assessment& assessment) {
      return encode_assessment(assessment, JsonStyle::compact) + "\n";
    });
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

Result<void> ReportOutputs::write_to(DocumentPlace& place, const std::vector<Assessment>& assessments,
                                     bool one, const CommonOptions& common, Environment& env) const {
  if (place.format() == Format::xlsx) {
    const std::string language = workbook_language(assessments, wanted_language(common, env));
    return place.write_workbook(
        language, [&](Workbook& book) { add_report_sheets(book, assessments, language); }, env);
  }
  if (place.format() == Format::cids) {
    const Result<std::string> text = render_cids(assessments, {data_language(common)});
    if (!text) return fail(text.error());
    const auto dateless = static_cast<std::size_t>(
        std::ranges::count_if(assessments, [](const Assessment& each) { return !has_cids_day(each); }));
    if (dateless > 0 && !common.quiet)
      env.err.warn(counted("{0} assessment has no date; its scores are written as risks only",
                           "{0} assessments have no date; their scores are written as risks only", dateless));
    return place.write(*text);
  }
  if (!template_) return place.write(render(place, assessments, one, common, env));
  const Result<std::string> page = template_->render(assessments, wanted_language(common, env));
  if (!page) return fail(page.error());
  return place.write(*page);
}

ExitStatus ReportOutputs::write(const std::vector<Assessment>& assessments, bool one,
                                const CommonOptions& common, Environment& env) {
  std::vector<std::string> languages;
  for (const Assessment& assessment : assessments)
    languages.insert(languages.end(), assessment.rubric.languages.begin(), assessment.rubric.languages.end());
  if (const auto fault = language_fault(common, languages)) return refuse_usage(*fault, env);
  return documents_->write(
      [&](DocumentPlace& place) { return write_to(place, assessments, one, common, env); }, env);
}

Message only_for_csv() {
  return message("--bom is for CSV; choose it with `-f csv` or an output that ends in .csv");
}

}  // namespace ibtikar::cli
