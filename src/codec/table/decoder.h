// TableDecoder: reads the rows of a table, straight into a sheet.
//
//   TableDecoder table(rubric, scorer, options, mapping);
//   table.begin({name, header, delimiter, header_line});  // once a table; look at layout().faults
//   table.check(text);                                    // once for some whole rows
//   for (std::size_t at = 0; at < text.size();) {
//     const TableRow row = table.split(text, at);
//     const Record record = table.decode(row, place);     // its answers, or what is wrong
//     at = row.behind;
//   }
//
// The value of a cell is found once by check_answer() and then remembered: the cells of a portfolio
// say the same few things over and over. A row with anything wrong goes through Scorer::encode() as
// a whole, so it means what the same answers mean in JSON.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "codec/proposal/record.h"
#include "codec/table/csv.h"
#include "codec/table/layout.h"
#include "codec/table/sheet_places.h"
#include "ibtikar/scorer.h"

namespace ibtikar {

/// The header row of a table, and its place.
struct TableHeader {
  std::string name;  ///< of the file
  std::string text;
  char delimiter = ',';
  std::size_t line = 1;
  TableDecimals decimals;
  SheetPlace sheet;  ///< if it is of a workbook; then lines are the sheet's rows

  friend bool operator==(const TableHeader&, const TableHeader&) = default;
};

/// A row, split into cells.
struct TableRow {
  std::string_view text;  ///< with its line end
  std::span<const CsvCell> cells;
  std::optional<CsvSplitter::BadQuote> bad_quote;
  std::size_t at = 0;      ///< where it begins in what was split: what the cells' places count from
  std::size_t behind = 0;  ///< where the next one does
  bool is_blank = false;   ///< no cell holds anything
};

class TableDecoder {
 public:
  /// `rubric`, `scorer` (of that rubric) and `mapping`, which may be null, must outlive this.
  TableDecoder(const Rubric& rubric, const Scorer& scorer, const EncodeOptions& options,
               const Mapping* mapping);
  TableDecoder(TableDecoder&&) noexcept;
  TableDecoder& operator=(TableDecoder&&) noexcept;
  ~TableDecoder();

  /// Declares the table of the next rows. Cheap if it is the same as before.
  void begin(const TableHeader& header);
  [[nodiscard]] const TableLayout& layout() const;
  [[nodiscard]] char delimiter() const;
  /// How many layouts there were: while it is the same, so is layout().
  [[nodiscard]] std::size_t layouts() const;
  /// The answers that every row begins with.
  [[nodiscard]] const AnswerSheet& fixed() const;
  /// What a cell of a column of answers, options or evidence comes to. For an option, `number` says
  /// whether it is chosen; for evidence, only `state` and `evidence` count. Fails, without a message,
  /// if it does not fit.
  [[nodiscard]] Result<Cell> value_of(const ColumnUse& use, std::string_view cell) const;
  /// The evidence of a column's answers. Empty: the rubric's default.
  [[nodiscard]] std::string evidence_of(const ColumnUse& use) const;

  /// Looks at the text of the next rows: whether it is UTF-8 without a NUL.
  void check(std::string_view text);
  [[nodiscard]] bool is_plain() const;
  /// Splits the row at `at`. The row is valid until the next one is split.
  [[nodiscard]] TableRow split(std::string_view text, std::size_t at);
  /// Whether the mapping says that the row is no record.
  [[nodiscard]] bool is_no_record(const TableRow& row) const;
  /// Whether the mapping leaves the row out, by what a column says.
  [[nodiscard]] bool leaves_out(const TableRow& row) const;
  /// Reads a row that begins at `place` of the table's file.
  [[nodiscard]] Record decode(const TableRow& row, const RecordPlace& place);
  /// Rejects a row because the layout of its table has faults.
  [[nodiscard]] Record refused(const TableRow& row, const RecordPlace& place) const;

 private:
  struct Work;
  std::unique_ptr<Work> work_;
};

}  // namespace ibtikar
