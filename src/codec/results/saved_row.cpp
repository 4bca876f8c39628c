// See saved_row.h.
#include "codec/results/saved_row.h"

#include <algorithm>
#include <map>
#include <optional>

#include <fmt/format.h>

#include "base/decimal.h"
#include "base/safe_text.h"
#include "codec/json/document.h"
#include "codec/json/reader.h"

namespace ibtikar {
namespace {

/// A value of a row, whichever format it comes from. Nothing in it: null, or an empty cell.
struct SavedCell {
  std::string text;
  std::optional<double> number;
  std::vector<std::string> list;
};
/// By name, because rows of different runs have their columns in different orders.
using SavedCells = std::map<std::string, SavedCell, std::less<>>;

constexpr std::string_view kLow = "_low";
constexpr std::string_view kHigh = "_high";

/// A score is any column that has both ends of an interval beside it, so the dimensions need not be
/// known. Only the first missing column is reported: usually all are, in a table of another kind.
Checked<SavedRow> row_of(const SavedCells& cells) {
  Diagnostics faults;
  // A row has more columns, but these are what a comparison cannot do without.
  for (const char* needed : {"id", "verdict", "overall", "overall_low", "overall_high"})
    if (!cells.contains(needed))
      faults.push_back(error_at("", "missing-member",
                                message("a row without {0}; expected a row of `ibtikar batch` with all its "
                                        "columns, or an assessment that `ibtikar score` saved",
                                        ibtikar::quoted(needed))));
  if (!faults.empty()) return fail(Diagnostics{faults.front()});
  const auto number = [&](const std::string& name) -> std::optional<double> {
    const std::optional<double> value = cells.at(name).number;
    if (value && is_within(*value, 0, 100, "/" + name, faults)) return value;
    return std::nullopt;
  };
  SavedRow row;
  row.id = cells.at("id").text;
  const auto error = cells.find("error");
  // The scores of such a row are empty: asking for them would report faults that are none.
  row.rejected = error != cells.end() && !error->second.text.empty();
  if (row.rejected) return row;
  row.verdict = cells.at("verdict").text;
  // Not required: a person may have left columns out.
  if (const auto settled = cells.find("settled"); settled != cells.end())
    row.settled = settled->second.text == "true";
  if (const auto gates = cells.find("gates"); gates != cells.end()) row.gates = gates->second.list;
  for (const auto& [name, cell] : cells) {
    if (!cells.contains(name + std::string(kLow)) || !cells.contains(name + std::string(kHigh))) continue;
    SavedRow::Scored scored{name, number(name), 0, 100};
    const auto low = number(name + std::string(kLow));
    const auto high = number(name + std::string(kHigh));
    // The comparison relies on both ends: "certainly worse" means that two intervals lie apart.
    if (!low || !high || *low > *high)
      faults.push_back(error_at("/" + name, "out-of-range",
                                message("the interval of {0} is none; expected low to high, from 0 to 100",
                                        ibtikar::quoted(name))));
    scored.low = low.value_or(0);
    scored.high = high.value_or(100);
    row.scores.push_back(std::move(scored));
  }
  if (!faults.empty()) return fail(std::move(faults));
  return row;
}

Checked<SavedRow> row_of(const Assessment& assessment) {
  SavedRow row;
  row.id = assessment.proposal.id;
  row.rubric = assessment.rubric.id;
  row.digest = assessment.rubric.digest;
  row.verdict = assessment.verdict;
  row.settled = assessment.settled;
  const auto add = [&](const DimensionScore& of) {
    row.scores.push_back({of.id, of.measure.score, of.measure.low, of.measure.high});
  };
  add(assessment.overall);
  for (const DimensionScore& dimension : assessment.dimensions) add(dimension);
  for (const GateResult& gate : assessment.gates)
    // As the rows of a batch list them: gates that might apply are not among them.
    if (gate.state == GateState::applies) row.gates.push_back(gate.id);
  return row;
}

// A list in a CSV cell is ids with blanks between.
std::vector<std::string> words_of_cell(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) words.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

/// Numbers are not read from JSON texts: "60" in quotation marks is no number of ours.
SavedCell saved_cell(const Json& value) {
  SavedCell cell;
  if (value.is_string()) cell.text = value.get<std::string>();
  if (value.is_boolean()) cell.text = value.get<bool>() ? "true" : "false";
  if (value.is_number()) cell.number = value.get<double>();
  if (value.is_array())
    for (const Json& element : value)
      if (element.is_string()) cell.list.push_back(element.get<std::string>());
  return cell;
}

}  // namespace

// An assessment names its format, a row does not.
Checked<SavedRow> decode_saved_row(const NamedText& source) {
  Checked<Json> document = parse_document(source, phrase("a saved result"));
  if (!document) return fail(document.error());
  if (document->is_object() && document->contains("format")) {
    const Checked<Assessment> assessment = decode_assessment(source);
    if (!assessment) return fail(assessment.error());
    return row_of(*assessment);
  }
  SavedCells cells;
  if (document->is_object())
    for (const auto& [name, value] : document->items()) cells.emplace(name, saved_cell(value));
  Checked<SavedRow> row = row_of(cells);
  if (!row) locate(source, row.error());
  return row;
}

Checked<SavedRow> decode_saved_row(const std::vector<std::string>& columns,
                                   std::span<const std::string_view> texts) {
  SavedCells cells;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    const std::string text(c < texts.size() ? texts[c] : std::string_view());
    // A cell does not say what it is, so each is read in all three ways. row_of() takes the one
    // that the column calls for.
    cells.emplace(columns[c], SavedCell{text, parse_decimal(text), words_of_cell(text)});
  }
  return row_of(cells);
}

}  // namespace ibtikar
