// See sheet_places.h.
#include "codec/table/sheet_places.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "base/safe_text.h"
#include "codec/table/csv.h"

namespace ibtikar {
namespace {

/// "C" of 3, "AA" of 27.
// There is no letter for zero: Z is 26, AA is 27. Hence the 1 that is taken off first.
std::string column_letters(std::size_t column) {
  std::string letters;
  for (; column > 0; column = (column - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
  return letters;
}

/// A name that needs no quotation marks. Letters of other scripts do not.
bool is_single_word(std::string_view name) {
  const auto is_plain = [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
  };
  return !name.empty() && !(name.front() >= '0' && name.front() <= '9') &&
         std::ranges::all_of(name, is_plain);
}

}  // namespace

std::string cell_name(std::string_view sheet, std::size_t column, std::size_t row) {
  std::string name(sheet);
  if (!is_single_word(sheet)) {
    name = "'";
    // Spreadsheets double an apostrophe inside such a name.
    for (const char c : sheet) name.append(c == '\'' ? 2 : 1, c);
    name += '\'';
  }
  return fmt::format("{}!{}{}", name, column_letters(column), row);
}

void reword_for_sheet(Diagnostics& faults, const SheetPlace& place, const Rubric& rubric) {
  for (Diagnostic& fault : faults)
    // The message for CSV suggests another delimiter, which a sheet does not have.
    if (place.is_sheet() && fault.code == "no-answers")
      fault.message = message(
          "no column answers a question; expected headings named after questions of the rubric, such as "
          "{0}. --sheet reads another sheet, --map other names",
          ibtikar::quoted(rubric.question_count() > 0 ? rubric.full_id(0) : std::string("none")));
}

std::vector<Position> cell_positions(std::string_view text, std::size_t line) {
  CsvSplitter splitter(',');
  static_cast<void>(splitter.split(text, 0));
  // Where each cell begins, each counted from the one before: a row may have as many cells as bytes.
  std::vector<Position> begins;
  Position at{line, 1};
  std::size_t counted = 0;
  for (const CsvCell& cell : splitter.cells()) {
    const Position moved = position_in(text.substr(counted, cell.at - counted), cell.at - counted, at.line);
    at = moved.line == at.line ? Position{at.line, at.column + moved.column - 1} : moved;
    counted = cell.at;
    begins.push_back(at);
  }
  return begins;
}

void name_cells(Diagnostics& faults, const SheetPlace& place, std::string_view text, std::size_t number) {
  if (faults.empty() || !place.is_sheet()) return;
  const std::vector<Position> begins = cell_positions(text, number);
  const auto cell_of = [&](Position position) {
    // The fault lies in the last cell that begins at or before its place.
    const auto behind = std::ranges::upper_bound(begins, position);
    const auto column = static_cast<std::size_t>(behind - begins.begin());
    return cell_name(place.sheet, place.first_column + std::max<std::size_t>(column, 1) - 1, number);
  };
  for (Diagnostic& fault : faults) {
    if (fault.position.line == 0) continue;
    fault.file += ":" + cell_of(fault.position);
    fault.position = {};
    if (fault.related_position.line == 0) continue;
    fault.message = message("{0} (first at {1})", std::move(fault.message), cell_of(fault.related_position));
    fault.related_position = {};
  }
}

}  // namespace ibtikar
