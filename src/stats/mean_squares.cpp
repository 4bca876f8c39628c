// See mean_squares.h.
#include "stats/mean_squares.h"

#include <algorithm>
#include <vector>

namespace ibtikar {
namespace {

/// Of the square of the values that there are: the sums below have rounding errors of about 1e-32.
constexpr double kRounding = 1e-26;

double square_of(double x) { return x * x; }

}  // namespace

MeanSquares mean_squares_of(std::span<const Rating> values, std::size_t rows, std::size_t columns) {
  MeanSquares out;
  out.rows = static_cast<double>(rows);
  out.columns = static_cast<double>(columns);
  double mean = 0;
  double greatest = 0;
  std::vector<double> row_means(rows, 0.0);
  std::vector<double> column_means(columns, 0.0);
  for (const Rating& one : values) {
    mean += one.value / (out.rows * out.columns);
    row_means[one.item] += one.value / out.columns;
    column_means[one.assessor] += one.value / out.rows;
    greatest = std::max(greatest, square_of(one.value));
  }
  double within = 0;
  double error = 0;
  double between_rows = 0;
  double between_columns = 0;
  for (const double row : row_means) between_rows += out.columns * square_of(row - mean);
  for (const double column : column_means) between_columns += out.rows * square_of(column - mean);
  for (const Rating& one : values) {
    within += square_of(one.value - row_means[one.item]);
    error += square_of(one.value - row_means[one.item] - column_means[one.assessor] + mean);
  }
  const auto mean_square = [&](double sum, double freedom) {
    return sum > kRounding * greatest * out.rows * out.columns ? sum / freedom : 0;
  };
  out.between_rows = mean_square(between_rows, out.rows - 1);
  out.between_columns = mean_square(between_columns, out.columns - 1);
  out.within_rows = mean_square(within, out.rows * (out.columns - 1));
  out.error = mean_square(error, (out.rows - 1) * (out.columns - 1));
  return out;
}

}  // namespace ibtikar
