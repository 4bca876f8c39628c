// The Cholesky factor of a symmetric positive definite matrix: what the mixed models solve with.
#pragma once

#include <cstddef>
#include <vector>

namespace ibtikar {

/// A square matrix, row by row.
struct Matrix {
  explicit Matrix(std::size_t side) : size(side), cells(side * side, 0.0) {}

  double& at(std::size_t row, std::size_t column) { return cells[row * size + column]; }
  [[nodiscard]] double at(std::size_t row, std::size_t column) const { return cells[row * size + column]; }

  std::size_t size = 0;
  std::vector<double> cells;
};

class Cholesky {
 public:
  /// Reads the lower triangle of `matrix`. Requires: positive definite. Cost: size^3 / 6.
  explicit Cholesky(Matrix matrix);

  [[nodiscard]] double log_determinant() const;
  /// x of matrix x = `right`. Cost: size^2.
  [[nodiscard]] std::vector<double> solve(std::vector<double> right) const;
  /// The inverse of the matrix, whole. Cost: size^3.
  [[nodiscard]] Matrix inverse() const;

 private:
  Matrix lower_;
};

}  // namespace ibtikar
