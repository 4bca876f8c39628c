// A row of a batch as text: one line of NDJSON or CSV.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ibtikar/row.h"
#include "ibtikar/rubric.h"

namespace ibtikar {

/// What a row is made of. A rejected record has no row, and an error.
struct RowSource {
  std::string_view id;
  std::string_view title;
  const Row* row = nullptr;
  std::string_view error;
};

/// One column of a row.
struct RowColumn {
  enum class What { id, title, verdict, settled, score, low, high, shown, completeness, gates, error };
  What what = What::id;
  std::size_t dimension = 0;  ///< from 1; 0 is the overall
  std::string name;
  std::optional<DisplayScale> scale = {};  ///< shown: the score on it
};

/// The columns with these names, in their order. Without names, all columns of this rubric's rows.
[[nodiscard]] std::vector<RowColumn> row_columns(const Rubric& rubric, const std::vector<std::string>& names);

class RowText {
 public:
  /// `columns`: of row_columns(), in the wanted order; empty: all.
  RowText(const Rubric& rubric, RowFormat format, const std::vector<std::string>& columns);

  /// The line of names that a CSV begins with; nothing in other formats.
  [[nodiscard]] std::string header() const;
  /// Adds one line, ended.
  void append(std::string& out, const RowSource& source) const;

 private:
  void append_value(std::string& out, const RowColumn& column, const RowSource& source) const;
  void append_text(std::string& out, std::string_view text) const;
  void append_number(std::string& out, const RowColumn& column, const std::optional<double>& number) const;
  void append_gates(std::string& out, const Row* row) const;

  RowFormat format_;
  std::vector<RowColumn> columns_;  ///< in NDJSON a name is all that stands before the value
  std::vector<std::string> bands_;
  std::vector<std::string> gates_;
};

/// The names of the columns that a row of this rubric can have, in order.
[[nodiscard]] std::vector<std::string> row_columns(const Rubric& rubric);
/// What a column says of a measure: its score, an end of its interval, its completeness.
[[nodiscard]] std::optional<double> number_in(const RowColumn& column, const Measure& measure);

}  // namespace ibtikar
