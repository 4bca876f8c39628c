// See row_text.h.
#include "report/rows/row_text.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/decimal.h"
#include "base/safe_targets.h"
#include "codec/json/writer.h"
#include "ibtikar/assessment.h"
#include "model/display_scale.h"

namespace ibtikar {
namespace {

const Measure& measure_of(const Row& row, std::size_t dimension) {
  return dimension == 0 ? row.overall : row.dimensions[dimension - 1];
}

std::vector<RowColumn> all_columns(const Rubric& rubric) {
  using What = RowColumn::What;
  std::vector<RowColumn> columns = {{What::id, 0, "id"},
                                    {What::title, 0, "title"},
                                    {What::verdict, 0, "verdict"},
                                    {What::settled, 0, "settled"}};
  for (std::size_t d = 0; d <= rubric.dimensions().size(); ++d) {
    const std::string name = d == 0 ? "overall" : rubric.dimensions()[d - 1].id;
    columns.push_back({What::score, d, name});
    columns.push_back({What::low, d, name + "_low"});
    columns.push_back({What::high, d, name + "_high"});
    const auto& scale = d == 0 ? rubric.parts().overall_scale : rubric.dimensions()[d - 1].scale;
    if (scale) columns.push_back({What::shown, d, name + "_shown", scale});
  }
  columns.push_back({What::completeness, 0, "completeness"});
  columns.push_back({What::gates, 0, "gates"});
  columns.push_back({What::error, 0, "error"});
  return columns;
}

}  // namespace

std::vector<RowColumn> row_columns(const Rubric& rubric, const std::vector<std::string>& names) {
  std::vector<RowColumn> all = all_columns(rubric);
  if (names.empty()) return all;
  std::vector<RowColumn> columns;
  for (const std::string& wanted : names)
    for (const RowColumn& column : all)
      if (column.name == wanted) columns.push_back(column);
  return columns;
}

std::optional<double> number_in(const RowColumn& column, const Measure& measure) {
  switch (column.what) {
    case RowColumn::What::score:
      return measure.score;
    case RowColumn::What::low:
      return measure.low;
    case RowColumn::What::high:
      return measure.high;
    case RowColumn::What::shown:
      return measure.shown ? measure.shown->score : std::nullopt;
    default:
      return measure.completeness;
  }
}

std::vector<std::string> row_columns(const Rubric& rubric) {
  std::vector<std::string> names;
  for (const RowColumn& column : all_columns(rubric)) names.push_back(column.name);
  return names;
}

RowText::RowText(const Rubric& rubric, RowFormat format, const std::vector<std::string>& columns)
    : format_(format), columns_(row_columns(rubric, columns)) {
  for (const Band& band : rubric.parts().bands) bands_.push_back(band.id);
  for (const Gate& gate : rubric.parts().gates) gates_.push_back(gate.id);
  if (format != RowFormat::ndjson) return;
  for (RowColumn& column : columns_)
    column.name = (&column == &columns_.front() ? "{" : ",") + json_string(column.name) + ":";
}

std::string RowText::header() const {
  if (format_ != RowFormat::csv) return {};
  std::string out;
  for (const RowColumn& column : columns_)
    out += (out.empty() ? "" : ",") + safe_for(Target::csv, column.name);
  return out + "\r\n";
}

void RowText::append(std::string& out, const RowSource& source) const {
  if (format_ == RowFormat::none) return;
  const bool is_json = format_ == RowFormat::ndjson;
  for (const RowColumn& column : columns_) {
    if (is_json)
      out += column.name;
    else if (&column != &columns_.front())
      out += ',';
    append_value(out, column, source);
  }
  out += is_json ? "}\n" : "\r\n";
}

void RowText::append_value(std::string& out, const RowColumn& column, const RowSource& source) const {
  using What = RowColumn::What;
  const Row* row = source.row;
  const bool is_json = format_ == RowFormat::ndjson;
  switch (column.what) {
    case What::id:
      return append_text(out, source.id);
    case What::title:
      return append_text(out, source.title);
    case What::error:
      return append_text(out, source.error);
    case What::gates:
      return append_gates(out, row);
    default:
      break;
  }
  if (row == nullptr) {
    if (is_json) out += "null";
    return;
  }
  switch (column.what) {
    case What::verdict:
      return append_text(out, row->band ? std::string_view(bands_[*row->band]) : kInsufficient);
    case What::settled:
      out += row->settled ? "true" : "false";
      return;
    default:
      return append_number(out, column, number_in(column, measure_of(*row, column.dimension)));
  }
}

/// What is not there is null in NDJSON and an empty cell in CSV.
void RowText::append_text(std::string& out, std::string_view text) const {
  if (format_ == RowFormat::csv)
    out += safe_for(Target::csv, text);
  else if (text.empty())
    out += "null";
  else
    append_json_string(out, text);
}

void RowText::append_number(std::string& out, const RowColumn& column,
                            const std::optional<double>& number) const {
  if (number && column.scale)
    out += scale_text(*column.scale, *number);
  else if (number)
    append_two_decimals(out, *number);
  else if (format_ == RowFormat::ndjson)
    out += "null";
}

/// Those that apply: a list, or ids with blanks between.
void RowText::append_gates(std::string& out, const Row* row) const {
  const bool is_json = format_ == RowFormat::ndjson;
  if (is_json) out += '[';
  bool is_first = true;
  for (std::size_t g = 0; row != nullptr && g < row->gates.size(); ++g) {
    if (!row->gates[g]) continue;
    if (!is_first) out += is_json ? ',' : ' ';
    is_first = false;
    if (is_json)
      append_json_string(out, gates_[g]);
    else
      out += gates_[g];
  }
  if (is_json) out += ']';
}

}  // namespace ibtikar
