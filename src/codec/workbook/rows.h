// SheetRows: puts the cells of a sheet together, row by row, as rows of CSV for the decoder of
// tables.
//
// The first row with content is the header row. It says which columns the table has: from the first
// heading to the last. Empty rows are left out; cells beside the table are counted and left out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ibtikar/result.h"

namespace ibtikar {

/// Some rows of a sheet.
struct SheetBatch {
  std::string text;               ///< CSV with commas, a line end behind each row
  std::vector<std::size_t> rows;  ///< the number of each in the sheet
};

/// What is told about a sheet beside its rows.
struct SheetCounts {
  std::uint64_t beside = 0;       ///< cells beside the table
  std::uint64_t hidden_rows = 0;  ///< that were read
  std::uint64_t hidden_columns = 0;
  std::uint64_t merged = 0;    ///< ranges of merged cells
  std::uint64_t errors = 0;    ///< cells that hold an error, such as #REF!
  std::uint64_t uncached = 0;  ///< formulas without a result
};

class SheetRows {
 public:
  /// `enough`: after so many bytes they are to be taken.
  explicit SheetRows(std::size_t enough) : enough_(enough) {}

  /// The text of a cell in the row at hand; columns count from 1. Fails beyond the bounds.
  [[nodiscard]] std::optional<Diagnostic> put(std::size_t column, std::string_view text);
  /// Ends the row at hand, which stands in the sheet `times`, beginning with `number`.
  [[nodiscard]] std::optional<Diagnostic> end_row(std::size_t number, bool is_hidden, std::size_t times = 1);

  /// Whether enough rows are there to be taken.
  /// With copies of a row still to come, it is: the next row must not overtake them.
  [[nodiscard]] bool is_full() const { return batch_.text.size() >= enough_ || repeats_ > 0; }
  /// Moves what is there into `batch`. False if there is nothing.
  [[nodiscard]] bool take(SheetBatch& batch);

  /// The header row as CSV, empty before it was found; where it is, and its first and last column.
  [[nodiscard]] const std::string& header() const { return header_; }
  [[nodiscard]] std::size_t header_row() const { return header_row_; }
  [[nodiscard]] std::size_t first_column() const { return first_; }
  [[nodiscard]] std::size_t last_column() const { return last_; }

  SheetCounts counts;

 private:
  void begin_table(std::size_t number);
  [[nodiscard]] std::string row_text();
  void repeat();

  std::size_t enough_;
  std::vector<std::string> cells_;  ///< of the row at hand, by column
  std::size_t used_ = 0;            ///< of them; those behind it are empty
  std::size_t row_bytes_ = 0;
  std::size_t total_cells_ = 0;
  std::uint64_t total_bytes_ = 0;
  SheetBatch batch_;
  std::string header_;
  std::size_t header_row_ = 0;
  std::size_t first_ = 0;
  std::size_t last_ = 0;
  std::string repeated_;     ///< a row that stands there several times
  std::size_t repeats_ = 0;  ///< how often still
  std::size_t next_number_ = 0;
};

}  // namespace ibtikar
