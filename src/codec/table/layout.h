// Finds out what each column of a table is, by the names in its header row or by a mapping.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "codec/table/csv.h"
#include "codec/table/decimals.h"
#include "ibtikar/mapping.h"
#include "ibtikar/rubric.h"

namespace ibtikar {

/// A test of a mapping and the cell of a row that it is about.
struct PlacedTest {
  std::size_t cell = 0;
  const CellTest* test = nullptr;  ///< of the mapping
};

/// Whether all, or any, of the tests hold in a row of these cells.
[[nodiscard]] bool all_hold(std::span<const PlacedTest> tests, std::span<const CsvCell> cells);
[[nodiscard]] bool any_holds(std::span<const PlacedTest> tests, std::span<const CsvCell> cells);

struct TableLayout {
  std::vector<ColumnUse> columns;
  std::vector<PlacedTest> leave_out;                ///< a row for which one of these holds is left out
  std::vector<std::vector<PlacedTest>> conditions;  ///< those of the mapping
  Diagnostics faults;                               ///< any of them: the table cannot be read
  Diagnostics warnings;
  std::vector<Message> notes;  ///< what someone who asks is told: what was found out about numbers
};

/// `header` is the header row (or rows, as the mapping says), at line `first_line` of the file
/// `name`. `mapping` may be null and outlives the layout.
[[nodiscard]] TableLayout lay_out(std::string_view header, char delimiter, const TableDecimals& decimals,
                                  const std::string& name, std::size_t first_line, const Rubric& rubric,
                                  const Mapping* mapping);

/// What a column with this name is without a mapping. Unknown names are passed over.
[[nodiscard]] ColumnUse use_of_name(const std::string& folded_name, const Rubric& rubric);

/// All names that a column can have without a mapping.
[[nodiscard]] std::vector<std::string> column_names(const Rubric& rubric);

}  // namespace ibtikar
