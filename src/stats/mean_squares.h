// The two-way analysis of variance of a whole table with one value in each cell.
#pragma once

#include <cstddef>
#include <span>

#include "ibtikar/severity.h"

namespace ibtikar {

struct MeanSquares {
  double rows = 0;     ///< how many
  double columns = 0;  ///< how many
  double between_rows = 0;
  double between_columns = 0;
  double within_rows = 0;
  double error = 0;  ///< what neither rows nor columns explain
};

/// Requires: two rows and two columns or more, and exactly one value for each item (row) and assessor
/// (column). A mean square that is nothing but rounding is 0.
[[nodiscard]] MeanSquares mean_squares_of(std::span<const Rating> values, std::size_t rows,
                                          std::size_t columns);

}  // namespace ibtikar
