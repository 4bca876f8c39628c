// See batch_plan.h.
#include "cli/commands/batch_plan.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/safe_text.h"
#include "base/suggest.h"
#include "cli/output/report_outputs.h"
#include "cli/output/typed_rows.h"
#include "cli/output/workbook_output.h"
#include "cli/shared_options.h"
#include "ibtikar/row.h"
#include "io/files/files.h"

namespace ibtikar::cli {
namespace {

Formats answers_formats() { return {"batch", "--answers", {Format::csv}, Format::csv, "text", false}; }
Formats summary_formats() { return {"batch", "--summary", {Format::json}, Format::json, "text", false}; }

}  // namespace

bool is_typed(BatchForm form) { return form == BatchForm::xlsx || form == BatchForm::sqlite; }

bool has_lines(BatchForm form) { return form == BatchForm::ndjson || form == BatchForm::csv; }

bool is_sorted(const BatchCommand& options) { return !options.sort.empty() || options.top > 0; }

Formats batch_formats() {
  return {"batch",
          "--output",
          {Format::ndjson, Format::csv, Format::xlsx, Format::sqlite, Format::text, Format::html},
          Format::ndjson,
          "table"};
}

Result<BatchForm> form_of(const BatchCommand& options, const Environment& env) {
  Formats formats = batch_formats();
  const bool to_standard_output = io::is_standard_output(options.output);
  if (to_standard_output && env.surroundings.output_is_terminal) formats.usual = Format::text;
  const Result<Format> format = format_of(formats, options.output, options.format);
  if (!format) return fail(format.error());
  switch (*format) {
    case Format::text:
      return BatchForm::table;
    case Format::csv:
      return BatchForm::csv;
    case Format::xlsx:
      return BatchForm::xlsx;
    case Format::sqlite:
      return BatchForm::sqlite;
    case Format::html:
      return BatchForm::html;
    default:
      return BatchForm::ndjson;
  }
}

std::vector<std::string> split_at_commas(const std::string& text) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(',', begin), text.size());
    if (end > begin) parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

std::vector<Wanted> outputs_of(const BatchCommand& options) {
  std::vector<Wanted> outputs = {{"--output", options.output}};
  if (!options.summary.empty()) outputs.push_back({"--summary", options.summary});
  if (!options.answers.empty()) outputs.push_back({"--answers", options.answers});
  if (!options.rejects.empty()) outputs.push_back({"--rejects", options.rejects});
  return outputs;
}

std::vector<Message> twice_named(const BatchCommand& options) {
  std::vector<Message> remarks;
  std::vector<io::Place> places;
  for (const std::string& path : options.paths) {
    if (places.size() == kMaxDiagnostics) break;
    const io::Place place = io::place_of(path);
    if (place.exists && std::ranges::find(places, place) != places.end()) {
      const std::string name = ibtikar::quoted(path);
      remarks.push_back(place.is_folder() ? message("{0} is given twice and scored once", name)
                                          : message("{0} is given twice and scored twice", name));
    }
    places.push_back(place);
  }
  return remarks;
}

namespace {

/// An interrupted run keeps FILE.part and FILE.resume beside its outputs: no output may have such a
/// name.
std::optional<Message> fault_of_made_up_names(const std::vector<Wanted>& outputs) {
  for (const Wanted& held : outputs)
    for (const char* suffix : {".part", ".resume"})
      for (const Wanted& output : outputs)
        if (!io::is_standard_output(held.path) && io::place_of(held.path + suffix) == place_of(output))
          return message("{0} is where an interrupted run keeps what goes into {1}; choose another name",
                         fmt::format("{} {}", output.option, ibtikar::quoted(output.path)),
                         fmt::format("{} {}", held.option, ibtikar::quoted(held.path)));
  return std::nullopt;
}

}  // namespace

std::optional<Message> fault_of(const BatchCommand& options, const Rubric& rubric,
                                const std::vector<std::string>& rubric_files, BatchForm form,
                                const Environment& env) {
  const std::vector<std::string> known = row_columns(rubric);
  for (const std::string& name : split_at_commas(options.columns))
    if (std::find(known.begin(), known.end(), name) == known.end())
      return message("--columns: a row has no column {0}{1}", ibtikar::quoted(name), suggestion(name, known));
  if (!has_lines(form) && form != BatchForm::xlsx && !options.columns.empty())
    return form == BatchForm::sqlite
               ? message("--columns is for ndjson, csv and xlsx; a database has its own")
               : message("--columns is for ndjson, csv and xlsx; a table has its own");
  if (form == BatchForm::sqlite)
    if (auto fault = fault_of_database(options.output)) return fault;
  if (form == BatchForm::xlsx)
    if (auto fault = fault_of_binary(options.output, "xlsx", env)) return fault;
  const bool has_csv = form == BatchForm::csv || !options.answers.empty();
  if (!has_csv && options.byte_order_mark) return only_for_csv();
  if (!has_csv && options.no_header) return message("--no-header is for csv; nothing else has a header row");
  if (auto fault = language_fault(options.common, rubric.parts().languages)) return fault;
  if (!options.summary.empty())
    if (const Result<Format> format = format_of(summary_formats(), options.summary, ""); !format)
      return format.error().message;
  if (!options.answers.empty())
    if (const Result<Format> format = format_of(answers_formats(), options.answers, ""); !format)
      return format.error().message;
  const std::vector<Wanted> outputs = outputs_of(options);
  for (const Wanted& output : outputs)
    if (!options.reports.empty() && io::place_of(options.reports) == place_of(output))
      return message("{0} cannot be the folder of --reports too",
                     fmt::format("{} {}", output.option, ibtikar::quoted(output.path)));
  if (auto fault = fault_of_made_up_names(outputs)) return fault;
  std::vector<std::string> inputs;
  for (const std::string& path : options.paths)
    inputs.push_back(path.size() > 1 && path.starts_with('@') ? path.substr(1) : path);
  inputs.insert(inputs.end(), rubric_files.begin(), rubric_files.end());
  for (const std::string& file : {options.mapping, options.checks.baseline})
    if (!file.empty()) inputs.push_back(file);
  return clash(outputs, inputs);
}

}  // namespace ibtikar::cli
