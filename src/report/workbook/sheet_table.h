// SheetTable: a table on a workbook's sheet, filled from left to right, row after row.
//
//   SheetTable table(sheet, 0, {{"Criterion", 40, Look::wrapped}, {"Score", 10, Look::score}});
//   table.next_row();
//   table.text(title);
//   table.number(score);
//   table.finish();       // a filter over it
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "report/workbook/workbook.h"

namespace ibtikar {

struct TableColumn {
  std::string heading;
  double width = 12;  ///< in characters
  Look look = Look::plain;
};

class SheetTable {
 public:
  /// Writes the headings. `sheet` must outlive this.
  SheetTable(Sheet& sheet, std::uint32_t row, std::vector<TableColumn> columns);

  void next_row();
  /// Each fills the next cell of the row.
  void text(std::string_view text);
  void number(const std::optional<double>& number);
  void skip() { ++column_; }

  /// Ends the last row.
  void end() { end_row(); }
  /// The same, and puts a filter over all.
  void finish();

  [[nodiscard]] std::uint32_t heading_row() const { return heading_row_; }
  [[nodiscard]] std::uint32_t row() const { return row_; }
  [[nodiscard]] std::uint32_t first_row() const { return heading_row_ + 1; }
  [[nodiscard]] std::uint32_t rows() const { return row_ - heading_row_; }
  /// The cells of a column, headings left out; of at least one row.
  [[nodiscard]] CellRange cells(std::size_t column) const;

 private:
  void end_row();
  /// The row has room for `text` in a column of this width.
  void count_lines(std::string_view text, double width);

  Sheet& sheet_;
  std::vector<TableColumn> columns_;
  std::uint32_t heading_row_;
  std::uint32_t row_;
  std::uint16_t column_ = 0;
  std::size_t lines_ = 1;  ///< of the row
};

}  // namespace ibtikar
