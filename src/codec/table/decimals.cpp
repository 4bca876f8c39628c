// See decimals.h. The scan sees every cell of the table's beginning, so most of it is about
// skipping cells that can show nothing.
#include "codec/table/decimals.h"

#include <algorithm>

#include "base/number_reading.h"

namespace ibtikar {
namespace {

constexpr char kBoth = '?';

/// Whether a cell contains anything that may be a decimal mark. Most cells do not, and need no
/// reading.
bool has_mark(std::string_view cell) {
  constexpr std::size_t kLongest = 64;  // no number that someone wrote is longer
  if (cell.size() < 2 || cell.size() > kLongest) return false;
  for (std::size_t i = 0; i < cell.size(); ++i) {
    if (cell[i] == '.' || cell[i] == ',') return true;
    // The first bytes of the marks of other scripts.
    if (cell[i] != '\xD8' && cell[i] != '\xEF') continue;
    const std::string_view rest = cell.substr(i);
    if (rest.starts_with("،") || rest.starts_with("．") || rest.starts_with("，")) return true;
  }
  return false;
}

/// Digits, a point, and digits that are no group of thousands: this can be read in one way.
bool is_plain_decimal(std::string_view cell) {
  constexpr std::size_t kThousands = 3;
  const std::size_t point = std::min(cell.find_first_not_of("0123456789"), cell.size() - 1);
  const std::string_view decimals = cell.substr(point + 1);
  return point > 0 && cell[point] == '.' && !decimals.empty() && decimals.size() != kThousands &&
         decimals.find_first_not_of("0123456789") == std::string_view::npos;
}

bool may_be_two(const CsvCell& cell) {
  return has_mark(cell.text) && !is_plain_decimal(cell.text) && read_whole_number_text(cell.text).are_two();
}

}  // namespace

bool is_in_doubt(std::string_view row, char delimiter) {
  CsvSplitter splitter(delimiter);
  static_cast<void>(splitter.split(row, 0));
  return std::ranges::any_of(splitter.cells(), may_be_two);
}

DecimalMark TableDecimals::shown_in(std::size_t column) const {
  const char sign = column < shown.size() ? shown[column] : ' ';
  return sign == '.' ? DecimalMark::point : sign == ',' ? DecimalMark::comma : DecimalMark::unknown;
}

DecimalsScan::DecimalsScan(std::string_view header, char delimiter) : splitter_(delimiter) {
  static_cast<void>(splitter_.split(header, 0));
  columns_ = splitter_.cells().size();
}

void DecimalsScan::add(std::string_view rows) {
  for (std::size_t at = 0; at < rows.size() && !is_done_;) {
    const std::size_t behind = splitter_.split(rows, at);
    const std::size_t row_begin = bytes_;
    bytes_ += behind - at;
    at = behind;
    // The row that crosses the limit no longer counts. So the result depends on the table alone,
    // not on how many bytes a read happened to return.
    is_done_ = bytes_ > kDecimalsLookedAt;
    if (is_done_) continue;
    // A row with the wrong number of cells shows nothing about columns. But it may be corrected and
    // read again, so a number in doubt counts.
    const std::vector<CsvCell>& cells = splitter_.cells();
    const bool is_whole = !splitter_.bad_quote() && cells.size() == columns_;
    for (std::size_t c = 0; c < cells.size(); ++c) {
      if (!has_mark(cells[c].text)) continue;
      if (!in_doubt_ && may_be_two(cells[c])) in_doubt_ = row_begin;
      if (is_whole) look_at(c, cells[c].text);
    }
  }
}

void DecimalsScan::look_at(std::size_t column, std::string_view cell) {
  const DecimalMark mark =
      is_plain_decimal(cell) ? DecimalMark::point : read_whole_number_text(cell).shown_mark();
  if (mark == DecimalMark::unknown) return;
  if (shown_.size() <= column) shown_.resize(column + 1, ' ');
  char& shown = shown_[column];
  // One column with both marks, such as 1,250.75 and 1.250,75, settles nothing.
  shown = shown == ' ' || shown == sign_of(mark) ? sign_of(mark) : kBoth;
}

}  // namespace ibtikar
