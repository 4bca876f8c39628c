// Which mark stands before decimals in the columns of a table, as far as its own cells show.
//
// "1,250" may be two numbers; "3,5" or "1,250.75" in the same column tells which. What counts are the cells
// of the table's beginning: the rows that end within its first MiB (1,048,576 bytes behind the header row).
// So it is known before the first number is read, in little memory, from a pipe too, and does not depend on
// how the input is cut into blocks. A column whose cells show both marks shows neither.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "codec/table/csv.h"
#include "ibtikar/mapping.h"

namespace ibtikar {

/// So many bytes of rows are looked at.
inline constexpr std::size_t kDecimalsLookedAt = std::size_t{1} << 20;

/// Whether a cell of the row may be two numbers.
[[nodiscard]] bool is_in_doubt(std::string_view row, char delimiter);

class DecimalsScan {
 public:
  DecimalsScan(std::string_view header, char delimiter);

  /// Looks at the whole rows that come next.
  void add(std::string_view rows);
  /// No further rows count.
  void finish() { is_done_ = true; }
  [[nodiscard]] bool is_done() const { return is_done_; }
  /// How many bytes of all rows so far come before the first cell that may be two numbers; all when none is.
  [[nodiscard]] std::size_t bytes_without_doubt() const { return in_doubt_ ? *in_doubt_ : bytes_; }
  /// As TableDecimals has it.
  [[nodiscard]] const std::string& shown() const { return shown_; }

 private:
  void look_at(std::size_t column, std::string_view cell);

  CsvSplitter splitter_;
  std::size_t columns_ = 0;
  std::string shown_;
  std::size_t bytes_ = 0;
  std::optional<std::size_t> in_doubt_;
  bool is_done_ = false;
};

}  // namespace ibtikar
