// Mean squares of a two-way table, by hand, and where a sum of squares is nothing but rounding.
#include "stats/mean_squares.h"

#include <gtest/gtest.h>

#include <functional>

namespace ibtikar {
namespace {

MeanSquares squares_of(std::size_t rows, std::size_t columns,
                       const std::function<double(std::size_t, std::size_t)>& value) {
  std::vector<Rating> ratings;
  for (std::size_t row = 0; row < rows; ++row)
    for (std::size_t column = 0; column < columns; ++column)
      ratings.push_back({row, column, value(row, column)});
  return mean_squares_of(ratings, rows, columns);
}

/// The rows have the means 3 and 6, the columns 2, 3 and 8.5.
TEST(MeanSquares, AreThoseByHand) {
  const double values[2][3] = {{1, 2, 6}, {3, 4, 11}};
  const MeanSquares of = squares_of(2, 3, [&](std::size_t row, std::size_t c) { return values[row][c]; });
  EXPECT_EQ(of.rows, 2);
  EXPECT_EQ(of.columns, 3);
  EXPECT_NEAR(of.between_rows, 13.5, 1e-12);
  EXPECT_NEAR(of.between_columns, (2 * (2.5 * 2.5 + 1.5 * 1.5 + 4.0 * 4.0)) / 2, 1e-12);
  EXPECT_NEAR(of.within_rows, (4 + 1 + 9 + 9 + 4 + 25) / 4.0, 1e-12);
  EXPECT_NEAR(of.error, (4 * 0.25 + 2 * 1.0) / 2, 1e-12);
}

/// Sums of thirds of a million carry errors that are no error of the assessors.
TEST(MeanSquares, OfAdditiveValuesHaveNoErrorWhateverTheirSize) {
  for (const double size : {1e-6, 1.0, 1e6}) {
    const MeanSquares of = squares_of(7, 3, [&](std::size_t row, std::size_t column) {
      return size * (static_cast<double>(row) / 3 + static_cast<double>(column) / 7 + 1);
    });
    EXPECT_EQ(of.error, 0) << size;
    EXPECT_GT(of.between_rows, 0) << size;
    EXPECT_GT(of.between_columns, 0) << size;
  }
}

/// A root mean square of less than 1e-13 of the greatest value is rounding; one of more is not.
TEST(MeanSquares, AreZeroBelowWhatRoundingMakes) {
  const auto error_with = [](std::size_t rows, std::size_t columns, double change) {
    return squares_of(
               rows, columns,
               [&](std::size_t row, std::size_t column) { return row == 0 && column == 0 ? 1 + change : 1; })
        .error;
  };
  // In a table of 32 x 32 one value that is off by 32 d has a root mean square of d.
  EXPECT_EQ(error_with(32, 32, 32 * 0.8e-13), 0);
  EXPECT_GT(error_with(32, 32, 32 * 1.3e-13), 0);
}

TEST(MeanSquares, OfZeroesAreZero) {
  const MeanSquares of = squares_of(2, 2, [](std::size_t, std::size_t) { return 0.0; });
  EXPECT_EQ(of.between_rows, 0);
  EXPECT_EQ(of.error, 0);
}

}  // namespace
}  // namespace ibtikar
