// See cholesky.h.
#include "stats/cholesky.h"

#include <cmath>
#include <utility>

namespace ibtikar {

Cholesky::Cholesky(Matrix matrix) : lower_(std::move(matrix)) {
  const std::size_t size = lower_.size;
  for (std::size_t row = 0; row < size; ++row) {
    double* const here = lower_.cells.data() + row * size;
    for (std::size_t column = 0; column <= row; ++column) {
      const double* const there = lower_.cells.data() + column * size;
      double sum = here[column];
      for (std::size_t k = 0; k < column; ++k) sum -= here[k] * there[k];
      here[column] = column == row ? std::sqrt(sum) : sum / there[column];
    }
  }
}

double Cholesky::log_determinant() const {
  double sum = 0;
  for (std::size_t i = 0; i < lower_.size; ++i) sum += 2 * std::log(lower_.at(i, i));
  return sum;
}

std::vector<double> Cholesky::solve(std::vector<double> right) const {
  const std::size_t size = lower_.size;
  for (std::size_t i = 0; i < size; ++i) {
    for (std::size_t k = 0; k < i; ++k) right[i] -= lower_.at(i, k) * right[k];
    right[i] /= lower_.at(i, i);
  }
  for (std::size_t i = size; i-- > 0;) {
    right[i] /= lower_.at(i, i);
    for (std::size_t k = 0; k < i; ++k) right[k] -= lower_.at(i, k) * right[i];
  }
  return right;
}

Matrix Cholesky::inverse() const {
  Matrix out(lower_.size);
  for (std::size_t column = 0; column < lower_.size; ++column) {
    std::vector<double> unit(lower_.size, 0.0);
    unit[column] = 1;
    const std::vector<double> solved = solve(std::move(unit));
    for (std::size_t row = 0; row < lower_.size; ++row) out.at(row, column) = solved[row];
  }
  return out;
}

}  // namespace ibtikar
