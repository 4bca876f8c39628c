// Finds out which mark stands before decimals in the columns of a table, from its own cells.
//
// "1,250" may be two numbers; "3,5" or "1,250.75" in the same column tells which. Only the
// beginning of the table counts: the rows that end within its first MiB (1,048,576 bytes after the
// header row). So the answer is known before the first number is read, needs little memory, works
// with pipes, and does not depend on how the input is cut into blocks. A column whose cells show
// both marks shows neither.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "codec/table/csv.h"
#include "ibtikar/mapping.h"

namespace ibtikar {

/// So many bytes of rows count.
inline constexpr std::size_t kDecimalsLookedAt = std::size_t{1} << 20;

/// Whether a cell of the row may be two numbers.
[[nodiscard]] bool is_in_doubt(std::string_view row, char delimiter);

class DecimalsScan {
 public:
  DecimalsScan(std::string_view header, char delimiter);

  /// Looks at the next whole rows.
  void add(std::string_view rows);
  /// No further rows count.
  void finish() { is_done_ = true; }
  [[nodiscard]] bool is_done() const { return is_done_; }
  /// The number of bytes before the first cell that may be two numbers; all bytes so far if there
  /// is none.
  [[nodiscard]] std::size_t bytes_without_doubt() const { return in_doubt_ ? *in_doubt_ : bytes_; }
  /// As TableDecimals has it.
  [[nodiscard]] const std::string& shown() const { return shown_; }

 private:
  /// Requires: the cell may hold a mark.
  void look_at(std::size_t column, std::string_view cell);

  CsvSplitter splitter_;
  std::size_t columns_ = 0;
  std::string shown_;
  std::size_t bytes_ = 0;
  std::optional<std::size_t> in_doubt_;
  bool is_done_ = false;
};

}  // namespace ibtikar
