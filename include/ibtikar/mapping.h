// Mapping: how the columns and codes of a foreign table become answers. The format
// `ibtikar-mapping/1`.
//
// Exports of form tools name columns and code answers in their own way. A mapping says once which
// column answers which question and what each code means. docs/formats.md has the format,
// docs/commands/batch.md an example.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ibtikar/codec.h"
#include "ibtikar/decimal_mark.h"
#include "ibtikar/proposal.h"

namespace ibtikar {

inline constexpr std::string_view kMappingFormat = "ibtikar-mapping/1";

/// What is known about the numbers of a table before its rows are read.
struct TableDecimals {
  DecimalMark stated = DecimalMark::unknown;  ///< by the user, for all columns
  /// By the table's own cells: a character for each column that shows a mark, "." or ",", or "?"
  /// for both.
  std::string shown;

  [[nodiscard]] DecimalMark shown_in(std::size_t column) const;
  friend bool operator==(const TableDecimals&, const TableDecimals&) = default;
};

/// What the cells of one column mean.
struct ColumnUse {
  enum class What {
    passed_over,
    id,
    title,
    organization,
    assessor,
    date,
    language,
    rubric,    ///< id and version that the row was written for
    answer,    ///< of `question`
    option,    ///< whether `question`, of type choices, has `option` among its answers
    evidence,  ///< of the answer to `question`
    note,      ///< likewise
  };
  What what = What::passed_over;
  std::size_t question = 0;          ///< its number
  std::size_t option = 0;            ///< its index
  std::string evidence;              ///< of these answers; empty: what the mapping or the rubric says
  std::optional<std::size_t> codes;  ///< which code list of the mapping; none: plain values
  /// The decimal mark: it decides whether "1,250" is one and a quarter or more than a thousand.
  DecimalMark decimal = DecimalMark::unknown;
  bool reads_plain = false;  ///< a cell that is none of the codes is read by itself
  std::string separator;     ///< between the answers in one cell; empty: a cell has one
  /// Which of several columns for one thing this is, from 1: the first that is filled counts. 0: the
  /// only one.
  std::size_t rank = 0;
  /// A condition of the mapping, by number from 1: while it does not hold, the cell counts as empty.
  std::size_t open_unless = 0;
  /// Of a note that several columns make together: what stands before this column's part of it.
  /// Empty: the column has the whole note.
  std::string label = {};
  /// The cell is a day: the time behind it does not count, and the number by which spreadsheets
  /// count days (45352) is read as the day that it stands for.
  bool is_day = false;

  friend bool operator==(const ColumnUse&, const ColumnUse&) = default;
};

/// A text that a cell may hold, and what it means.
struct CellCode {
  std::string text;           ///< folded
  std::string key;            ///< the same for a looser comparison: search_key()
  bool is_beginning = false;  ///< every cell that begins with it; an empty one: every filled cell
  AnswerValue value;
};
using CodeList = std::vector<CellCode>;

/// How a mapping says which column of a table it means.
struct ColumnName {
  std::string name;            ///< a header, folded
  std::string below;           ///< in the second row of a header of two, folded; empty: not asked
  bool is_beginning = false;   ///< the header that begins with `name`
  std::size_t occurrence = 0;  ///< which of several of that name, from 1; 0: there is only one
  std::size_t position = 0;    ///< the place in the table, from 1, whatever its name; 0: by name

  friend auto operator<=>(const ColumnName&, const ColumnName&) = default;
};

/// Whether a column's cell says one of some texts, or none of them.
struct CellTest {
  ColumnName column;
  CodeList texts;
  bool is_negated = false;
};

/// In which order a date in digits has its parts.
enum class DateOrder { as_written, year_first, day_first, month_first };

/// Which rows of a table are its header, and which are no records.
struct HeaderShape {
  std::size_t rows = 1;  ///< of the header; 0: the table has none
  std::size_t skip = 0;  ///< rows behind the header that are no records

  friend bool operator==(const HeaderShape&, const HeaderShape&) = default;
};

struct Mapping {
  struct Column {
    ColumnName name;
    ColumnUse use;
    /// What the column may be called instead. The first of all names that the table has counts.
    std::vector<ColumnName> other_names = {};
    bool is_optional = false;  ///< a table that lacks it is read all the same
  };
  HeaderShape header;
  CodeList skipped;                 ///< a row of which every filled cell is one of these is no record
  std::vector<CellTest> leave_out;  ///< rows for which one of these holds
  std::vector<std::vector<CellTest>> conditions;  ///< each holds if all of its tests do
  DateOrder dates = DateOrder::as_written;
  std::optional<char> delimiter;
  std::string encoding;  ///< of the table's text; empty: UTF-8 or UTF-16
  std::string sheet;     ///< of a workbook, by name or number; empty: the only visible one
  /// Where the records of a JSON file are: members with "/" between them, or "" for the file itself.
  /// None: JSON holds proposals.
  std::optional<std::string> records;
  std::optional<DecimalMark> decimal;  ///< of all columns that do not say it themselves
  std::vector<Column> columns;
  std::vector<CodeList> codes;
  Proposal fixed;        ///< texts and answers that every row has
  std::string evidence;  ///< of all answers without one of their own
};

/// The delimiter called ",", ";" or "tab". Empty for other names.
[[nodiscard]] std::optional<char> delimiter_named(std::string_view name);

/// Reads a mapping and checks it against the rubric: every question, option, evidence level and
/// value in it must fit. Each fault has its line and column.
[[nodiscard]] Checked<Mapping> decode_mapping(const NamedText& source, const Rubric& rubric);

}  // namespace ibtikar
