// What is wrong with a row of a table before its cells are read.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "codec/table/decoder.h"

namespace ibtikar {

/// Bytes that are not UTF-8, a stray quotation mark, too many or too few cells, or a cell that is
/// too long. `columns` are those of the row's table; the row begins at line `first_line`. The
/// diagnostic lacks the name of the file.
[[nodiscard]] std::optional<Diagnostic> fault_of_row(const TableRow& row,
                                                     const std::vector<ColumnUse>& columns,
                                                     std::size_t first_line);

/// A warning (code "stray-bytes") about bytes that are not UTF-8 in a row without a fault: they
/// stand in cells that are not read.
[[nodiscard]] std::optional<Diagnostic> warning_of_row(const TableRow& row, std::size_t first_line);

}  // namespace ibtikar
