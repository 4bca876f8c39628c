// See row_faults.h.
#include "codec/table/row_faults.h"

#include <algorithm>

#include "base/utf8.h"
#include "codec/json/precheck.h"

namespace ibtikar {
namespace {

using What = ColumnUse::What;

/// Bytes that are not UTF-8 matter only in cells that are read. Where cells end is not in doubt:
/// delimiters and quotation marks are ASCII.
std::optional<Diagnostic> fault_of_bytes(const TableRow& row, const std::vector<ColumnUse>& columns,
                                         std::size_t first_line) {
  auto fault = fault_of_text({}, row.text, phrase("CSV in UTF-8"), EncodingRemedy::name);
  if (!fault) return std::nullopt;
  fault->position.line += first_line - 1;
  // Otherwise it is not certain which cells are read, and every such byte is a fault.
  const bool has_cells = !row.bad_quote && row.cells.size() == columns.size();
  if (!fault->is(Code::not_utf8) || !has_cells) return fault;
  for (std::size_t c = 0; c < row.cells.size(); ++c) {
    const std::string_view cell = row.cells[c].text;
    if (columns[c].what == What::passed_over || is_plain_text(cell)) continue;
    const std::size_t at = row.cells[c].at - row.at + first_invalid_utf8(cell).value_or(0);
    fault->position = position_in(row.text, at, first_line);
    return fault;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Diagnostic> fault_of_row(const TableRow& row, const std::vector<ColumnUse>& columns,
                                       std::size_t first_line) {
  const auto position = [&](std::size_t where) { return position_in(row.text, where - row.at, first_line); };
  // In the order of causes: a stray mark joins cells, so their number is asked after the marks.
  if (auto fault = fault_of_bytes(row, columns, first_line)) return fault;
  if (row.bad_quote) return fault_of(*row.bad_quote, position(row.bad_quote->at));
  const std::size_t expected = columns.size();
  if (row.cells.size() != expected) {
    Diagnostic fault = error_at(
        "", "cell-count",
        row.cells.size() > kMaxColumns
            ? message("more than {0} cells; expected {1}, as many as the header has", kMaxColumns, expected)
            : counted("{0} cell; expected {1}, as many as the header has",
                      "{0} cells; expected {1}, as many as the header has", row.cells.size(), expected));
    const std::size_t last = row.text.find_last_not_of("\r\n");
    // The first cell that is too much, or the end of the row where one is missing.
    fault.position = position(row.cells.size() > expected ? row.cells[expected].at : row.at + last + 1);
    return fault;
  }
  const auto longest = std::find_if(row.cells.begin(), row.cells.end(),
                                    [](const CsvCell& cell) { return cell.text.size() > kMaxCellBytes; });
  if (longest == row.cells.end()) return std::nullopt;
  Diagnostic fault = error_at("", Code::too_large,
                              message("a cell of more than {0} bytes; expected at most that", kMaxCellBytes));
  fault.position = position(longest->at);
  return fault;
}

std::optional<Diagnostic> warning_of_row(const TableRow& row, std::size_t first_line) {
  const auto at = first_invalid_utf8(row.text);
  if (!at) return std::nullopt;
  Diagnostic warning =
      warning_at("", "stray-bytes", message("bytes that are not UTF-8, in a column that is not read"));
  warning.position = position_in(row.text, *at, first_line);
  return warning;
}

}  // namespace ibtikar
