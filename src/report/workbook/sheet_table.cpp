// See sheet_table.h.
#include "report/workbook/sheet_table.h"

#include <algorithm>
#include <utility>

namespace ibtikar {

SheetTable::SheetTable(Sheet& sheet, std::uint32_t row, std::vector<TableColumn> columns)
    : sheet_(sheet), columns_(std::move(columns)), heading_row_(row), row_(row) {
  for (const TableColumn& column : columns_) {
    sheet_.width(column_, column.width);
    count_lines(column.heading, column.width);
    sheet_.text(row, column_++, column.heading, Look::heading);
  }
}

void SheetTable::next_row() {
  end_row();
  ++row_;
  column_ = 0;
}

void SheetTable::end_row() {
  if (lines_ > 1) sheet_.height(row_, static_cast<double>(lines_));
  lines_ = 1;
}

void SheetTable::count_lines(std::string_view text, double width) {
  lines_ = std::max(lines_, lines_of(text, width));
}

void SheetTable::text(std::string_view text) {
  if (columns_[column_].look == Look::wrapped) count_lines(text, columns_[column_].width);
  sheet_.text(row_, column_, text, columns_[column_].look);
  ++column_;
}

void SheetTable::number(const std::optional<double>& number) {
  if (number) sheet_.number(row_, column_, *number, columns_[column_].look);
  ++column_;
}

void SheetTable::finish() {
  end_row();
  const auto last = static_cast<std::uint16_t>(columns_.size() - 1);
  sheet_.filter({heading_row_, 0, std::max(row_, first_row()), last});
}

CellRange SheetTable::cells(std::size_t column) const {
  const auto at = static_cast<std::uint16_t>(column);
  return {first_row(), at, std::max(row_, first_row()), at};
}

}  // namespace ibtikar
