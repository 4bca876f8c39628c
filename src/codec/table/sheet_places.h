// Where something stands in a sheet of a workbook, as spreadsheets write it: Answers!C7.
//
// The rows of a sheet are decoded as CSV. Faults then have lines and characters of that text; here
// they get the cell that people can look up.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "ibtikar/diagnostic.h"
#include "ibtikar/rubric.h"

namespace ibtikar {

/// Which sheet a table is, and where in it.
struct SheetPlace {
  std::string sheet;             ///< its name; empty: the table is no sheet
  std::size_t first_column = 1;  ///< of the table in the sheet

  [[nodiscard]] bool is_sheet() const { return !sheet.empty(); }
  friend bool operator==(const SheetPlace&, const SheetPlace&) = default;
};

/// "Answers!C7"; 'My answers'!C7 if the name is no single word.
[[nodiscard]] std::string cell_name(std::string_view sheet, std::size_t column, std::size_t row);

/// Says what helps with a sheet, where a fault of a header speaks of delimiters.
void reword_for_sheet(Diagnostics& faults, const SheetPlace& place, const Rubric& rubric);

/// Where each cell of a row of CSV with commas begins; the row begins on line `line`.
[[nodiscard]] std::vector<Position> cell_positions(std::string_view text, std::size_t line);

/// Gives each fault the cell in place of line and column. `text` is the row that stands in row
/// `number` of the sheet, as it was decoded: a fault in it has lines that count from `number`.
void name_cells(Diagnostics& faults, const SheetPlace& place, std::string_view text, std::size_t number);

}  // namespace ibtikar
