// Proposes a mapping for a table: which column answers which question of a rubric, and which text
// means which answer.
//
// What is the same text is sure. What is only near is doubtful: somebody must look at it. What is
// neither is not guessed.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "codec/table/heading_row.h"
#include "ibtikar/mapping.h"
#include "ibtikar/rubric.h"

namespace ibtikar {

/// The beginning of a table: its header row and the rows behind it, as they were written.
struct TableSample {
  std::string name;
  std::string header;
  std::string rows;
  char delimiter = ',';
  std::size_t header_line = 1;
};

/// So many rows are looked at.
inline constexpr std::size_t kMostSampleRows = 500;
/// So many different texts of a column are looked at.
inline constexpr std::size_t kMostSampleTexts = 60;

enum class Guess {
  sure,
  doubtful,
  unknown,  ///< nothing is proposed
};

/// A text of a column that says nothing by itself.
struct DraftCode {
  std::string text;
  std::size_t count = 0;
  AnswerValue value;
  Guess certainty = Guess::unknown;
};

struct DraftColumn {
  std::size_t column = 0;  ///< its place in the table
  ColumnUse use;
  Guess certainty = Guess::sure;
  std::string separator;
  std::vector<DraftCode> codes;
};

struct MappingDraft {
  std::vector<Heading> headings;
  HeaderShape shape;
  std::string skipped;  ///< what rows that are no records say; empty: there are none
  std::vector<std::vector<std::string>> rows;  ///< those that were looked at
  std::vector<DraftColumn> columns;            ///< in the order of the table
  std::vector<std::size_t> unread;             ///< columns that nothing is proposed for
  std::vector<std::size_t> open;               ///< questions without a column
  DateOrder dates = DateOrder::as_written;
  std::vector<Message> remarks;  ///< what only a person can decide
};

[[nodiscard]] MappingDraft draft_mapping(const Rubric& rubric, const TableSample& sample);

/// The draft as a mapping that decode_mapping() takes: what is sure. What is doubtful stands in it
/// under a name that has no effect.
[[nodiscard]] std::string encode_mapping(const MappingDraft& draft, const TableSample& sample,
                                         const Rubric& rubric);

/// What a column says, as a mapping has it: "goal.written", "people.who: users", "id".
[[nodiscard]] std::string use_name(const ColumnUse& use, const Rubric& rubric);

}  // namespace ibtikar
