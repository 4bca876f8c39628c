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

  friend bool operator==(const ColumnUse&, const ColumnUse&) = default;
};

/// Codes in folded form, and what each means.
using CodeList = std::vector<std::pair<std::string, AnswerValue>>;

struct Mapping {
  struct Column {
    std::string name;           ///< a header, folded
    bool is_beginning = false;  ///< all headers that begin with it are meant
    ColumnUse use;
  };
  std::optional<char> delimiter;
  std::string encoding;                ///< of the table's text; empty: UTF-8 or UTF-16
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
