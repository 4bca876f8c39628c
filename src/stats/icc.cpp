// intraclass_correlation(): a two-way analysis of variance with one score in each cell.
#include "ibtikar/agreement.h"

namespace ibtikar {
namespace {

/// Sums of squares around the grand mean.
struct Variance {
  double rows = 0;
  double columns = 0;
  double rest = 0;
};

Variance variance_of(const std::vector<std::vector<double>>& scores) {
  const auto rows = static_cast<double>(scores.size());
  const auto columns = static_cast<double>(scores.front().size());
  double mean = 0;
  std::vector<double> row_means(scores.size(), 0.0);
  std::vector<double> column_means(scores.front().size(), 0.0);
  for (std::size_t r = 0; r < scores.size(); ++r)
    for (std::size_t c = 0; c < scores[r].size(); ++c) {
      mean += scores[r][c] / (rows * columns);
      row_means[r] += scores[r][c] / columns;
      column_means[c] += scores[r][c] / rows;
    }
  const auto square = [](double x) { return x * x; };
  Variance out;
  for (const double row : row_means) out.rows += columns * square(row - mean);
  for (const double column : column_means) out.columns += rows * square(column - mean);
  for (std::size_t r = 0; r < scores.size(); ++r)
    for (std::size_t c = 0; c < scores[r].size(); ++c)
      out.rest += square(scores[r][c] - row_means[r] - column_means[c] + mean);
  return out;
}

}  // namespace

std::optional<double> intraclass_correlation(const std::vector<std::vector<double>>& scores) {
  if (scores.size() < 2 || scores.front().size() < 2) return std::nullopt;
  const auto rows = static_cast<double>(scores.size());
  const auto columns = static_cast<double>(scores.front().size());
  const Variance squares = variance_of(scores);
  const double between_rows = squares.rows / (rows - 1);
  const double between_columns = squares.columns / (columns - 1);
  const double rest = squares.rest / ((rows - 1) * (columns - 1));
  const double all = between_rows + (columns - 1) * rest + columns * (between_columns - rest) / rows;
  if (all <= 0) return std::nullopt;
  return (between_rows - rest) / all;
}

}  // namespace ibtikar
