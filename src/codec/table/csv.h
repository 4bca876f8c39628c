// CSV by RFC 4180: where records end, and what their cells are.
//
// LF or CRLF ends a record. A cell that begins with a quotation mark extends to the next single
// mark, which a delimiter or a line end must follow. It may contain delimiters, line ends and
// doubled marks. Any other quotation mark is a fault of its record and hides no line end, so one
// slip costs one record.
//
// Both parts follow the same rules: one finds the ends of many records at once, the other splits
// one record into cells.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ibtikar/diagnostic.h"
#include "ibtikar/mapping.h"

namespace ibtikar {

/// Most columns in a table.
inline constexpr std::size_t kMaxColumns = 40'000;
/// Longest cell, in bytes. A closing quotation mark is searched for within this distance.
inline constexpr std::size_t kMaxCellBytes = std::size_t{1} << 20;

struct RecordEnds {
  std::size_t whole = 0;    ///< behind the record's line end; 0: there is none
  std::size_t outside = 0;  ///< a place outside quotation marks, from which a later look may go on
};

enum class Which { first, last };
/// Whether more text will follow.
enum class Extent { some, all };

/// Finds the end of the first or the last record after `from`, which is the beginning of a record
/// or an earlier `outside`.
[[nodiscard]] RecordEnds find_record_ends(std::string_view text, std::size_t from, char delimiter,
                                          Which which, Extent extent);

/// A cell: its text without quotation marks, and its place in the text that was split.
struct CsvCell {
  std::string_view text;
  std::size_t at = 0;
};

/// Splits records into cells, one record at a time.
class CsvSplitter {
 public:
  explicit CsvSplitter(char delimiter) : delimiter_(delimiter) {
    for (const char c : {delimiter, '\n', '"'}) stops_[static_cast<unsigned char>(c)] = true;
  }

  /// Splits the record that begins at `at`, and returns the place after its line end. The cells are
  /// valid until the next call and as long as `text`.
  std::size_t split(std::string_view text, std::size_t at);

  /// Of a record of more than kMaxColumns cells, kMaxColumns + 1.
  [[nodiscard]] const std::vector<CsvCell>& cells() const { return cells_; }
  /// The first quotation mark in the record that is not one of a pair around a cell, and what is
  /// wrong with it.
  struct BadQuote {
    std::size_t at = 0;
    bool opens = false;  ///< it stands where a cell begins
  };
  [[nodiscard]] const std::optional<BadQuote>& bad_quote() const { return bad_quote_; }
  /// Whether all cells of the record are empty.
  [[nodiscard]] bool is_blank() const;

 private:
  void add(const CsvCell& cell);
  std::size_t quoted_cell(std::string_view text, std::size_t at);
  std::size_t rest_of_cell(std::string_view text, std::size_t at) const;

  char delimiter_;
  std::array<bool, 256> stops_{};  ///< bytes at which a cell without quotation marks may end
  std::vector<CsvCell> cells_;
  std::string unescaped_;  ///< cells with doubled quotation marks; never grows while a record is split
  std::optional<BadQuote> bad_quote_;
};

[[nodiscard]] Diagnostic fault_of(const CsvSplitter::BadQuote& quote, Position at);

/// Adds a cell, in quotation marks if it needs them.
void append_csv(std::string& out, std::string_view cell);

/// What the beginning of a table says about it.
struct TableHead {
  char delimiter = ',';
  std::size_t size = 0;   ///< bytes up to the first row
  std::size_t lines = 0;  ///< line ends in them
  std::size_t header_line = 1;
  std::string header;  ///< the header as it was written, with the rows behind it that are no records
};

/// The delimiter of a header row: a tab if it has one outside quotation marks, otherwise whichever
/// of ";" and "," is more frequent, and "," if they are equally frequent.
[[nodiscard]] char delimiter_of(std::string_view header);

/// Reads the `sep=` line, if any, and the header. `delimiter` takes precedence over what the table
/// says. A table without a header has its first row as one, too, for the number of its columns, and
/// that row remains a record. Empty, without a fault, if `text` ends too early.
struct TableHeadResult {
  std::optional<TableHead> head;
  std::optional<Diagnostic> fault;
};
[[nodiscard]] TableHeadResult read_table_head(std::string_view text, Extent extent,
                                              std::optional<char> delimiter, const HeaderShape& shape = {});

/// The number of rows in a text.
[[nodiscard]] std::size_t count_rows(std::string_view text, char delimiter);

/// Line and column of a place in a text that begins at `first_line`.
[[nodiscard]] Position position_in(std::string_view text, std::size_t at, std::size_t first_line);

}  // namespace ibtikar
