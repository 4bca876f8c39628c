// Proposals as the rows of a table in the many ways in which people and tools write them, and rows damaged.
#pragma once

#include <string>
#include <vector>

#include "ibtikar/rubric.h"
#include "support/random.h"

namespace ibtikar::test {

/// How a source writes its table.
struct TableWay {
  char delimiter = ',';
  std::string line_end = "\n";
  std::vector<std::string> columns;  ///< names: id, title, QUESTION, QUESTION:evidence, QUESTION:note ...
  bool quotes_all = false;
  bool has_words = false;  ///< titles of levels and options for some, not only values
  bool is_mapped = false;  ///< the header names columns c0, c1 ..., and mapping_text() says what they are
  std::size_t empty_percent = 10;
};

[[nodiscard]] TableWay random_table_way(const Rubric& rubric, Random& random);
[[nodiscard]] std::string header_of(const TableWay& way);
/// A mapping of such a table: of what one column says by itself, and with fixed answers.
[[nodiscard]] std::string mapping_text(const Rubric& rubric, const TableWay& way, Random& random);

/// A row with random answers. `number` makes its id.
[[nodiscard]] std::string row_of(const Rubric& rubric, const TableWay& way, std::size_t number,
                                 Random& random);

/// The row with one change that may make it wrong, or unusual.
[[nodiscard]] std::string torn_row(std::string row, Random& random);

}  // namespace ibtikar::test
