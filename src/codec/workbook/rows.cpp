// See rows.h.
#include "codec/workbook/rows.h"

#include <algorithm>
#include <utility>

#include "base/blanks.h"
#include "codec/table/csv.h"
#include "codec/workbook/archive.h"
#include "codec/workbook/bounds.h"

namespace ibtikar {
namespace {

/// As long as a record may be.
constexpr std::size_t kMostRowBytes = std::size_t{16} << 20;

}  // namespace

std::optional<Diagnostic> SheetRows::put(std::size_t column, std::string_view text) {
  if (without_outer_blanks(text).empty()) return std::nullopt;  // as empty as no cell at all
  // Before any memory is taken for it: a cell can name any column.
  if (column > kMaxColumns)
    return error_at("", "too-many-columns",
                    message("{0} columns; expected at most {1}", column, kMaxColumns));
  if (++total_cells_ > kMostSheetCells)
    return too_large_workbook(
        message("a sheet with more than {0} cells; expected at most that", kMostSheetCells));
  row_bytes_ += text.size();
  if (row_bytes_ > kMostRowBytes)
    return too_large_workbook(message("a row of more than {0} bytes; expected at most that", kMostRowBytes));
  if (cells_.size() < column) cells_.resize(std::max(column, 2 * cells_.size()));
  used_ = std::max(used_, column);
  // assign() and, in row_text(), clear() keep each cell's memory for the next row.
  cells_[column - 1].assign(text);
  return std::nullopt;
}

/// Which columns the table has, by the row at hand.
void SheetRows::begin_table(std::size_t number) {
  header_row_ = number;
  const auto begin = cells_.begin();
  const auto first = std::find_if(begin, cells_.end(), [](const std::string& cell) { return !cell.empty(); });
  first_ = static_cast<std::size_t>(first - begin) + 1;
  last_ = used_;
}

/// The row at hand; no row is at hand then.
std::string SheetRows::row_text() {
  std::string text;
  text.reserve(row_bytes_ + (last_ - first_) + 1);
  // A sheet leaves out empty cells at the end of a row, where CSV has to write them. Each row gets
  // as many cells as the header has.
  for (std::size_t column = 1; column <= std::max(used_, last_); ++column) {
    if (column > cells_.size()) cells_.resize(column);
    std::string& cell = cells_[column - 1];
    if (column < first_ || column > last_) {
      if (!cell.empty()) ++counts.beside;
    } else {
      append_csv(text, cell);
      text += column == last_ ? '\n' : ',';
    }
    cell.clear();
  }
  used_ = 0;
  row_bytes_ = 0;
  return text;
}

std::optional<Diagnostic> SheetRows::end_row(std::size_t number, bool is_hidden, std::size_t times) {
  // Such rows have only a format. They are many at the end of a sheet.
  if (used_ == 0) return std::nullopt;
  const std::size_t cells = used_;
  // A file may give a row the largest number there is. The number of the next row is then 0.
  if (number + times - 1 > kMostSheetRows || number == 0)
    return too_large_workbook(
        message("a sheet with more than {0} rows; expected at most that", kMostSheetRows));
  if (header_.empty()) {
    begin_table(number);
    header_ = row_text();
    if (times == 1) return std::nullopt;
    return damaged_workbook(message("the row of headings is there {0} times", times));
  }
  std::string text = row_text();
  // Both limits count repeated rows before any copy is made.
  total_bytes_ += std::uint64_t{text.size()} * times;
  total_cells_ += cells * (times - 1);
  if (total_bytes_ > kMostSheetText)
    return too_large_workbook(
        message("a sheet with more than {0} bytes of text; expected at most that", kMostSheetText));
  if (total_cells_ > kMostSheetCells)
    return too_large_workbook(
        message("a sheet with more than {0} cells; expected at most that", kMostSheetCells));
  counts.hidden_rows += is_hidden ? times : 0;
  batch_.text += text;
  batch_.rows.push_back(number);
  if (times == 1) return std::nullopt;
  // Copies are made as they are taken: a million of them must not stand in memory.
  repeated_ = std::move(text);
  repeats_ = times - 1;
  next_number_ = number + 1;
  repeat();
  return std::nullopt;
}

/// As many of the repeated rows as there is room for.
void SheetRows::repeat() {
  for (; repeats_ > 0 && batch_.text.size() < enough_; --repeats_) {
    batch_.text += repeated_;
    batch_.rows.push_back(next_number_++);
  }
}

bool SheetRows::take(SheetBatch& batch) {
  repeat();
  batch.text.swap(batch_.text);
  batch.rows.swap(batch_.rows);
  batch_.text.clear();
  batch_.rows.clear();
  return !batch.text.empty();
}

}  // namespace ibtikar
