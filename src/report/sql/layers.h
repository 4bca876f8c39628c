// Layers: a query as a chain of steps. Each step computes columns from those of the step before.
//
// A step hands on only what a later one still asks for, so that a row stays narrow. Names of
// columns are made here ("q12_low"), never taken from a rubric.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "report/sql/dialect.h"

namespace ibtikar {

/// The name of what is computed of one question, criterion, dimension or gate: "q12_low".
[[nodiscard]] std::string column_name(char kind, std::size_t number, std::string_view what);

class Layers {
 public:
  /// The next step; the columns that follow are its own.
  void begin(std::string name);
  /// A column, or a new value of an earlier one. It sees the columns of earlier steps only.
  void add(std::string column, SqlText expression);
  struct Query {
    SqlText text;            ///< the steps as common table expressions, and `asked`
    std::size_t widest = 0;  ///< columns of the step that has most
  };
  /// `source`: what the first step selects from, with what follows; `asked`: the query that reads
  /// the last one.
  [[nodiscard]] Query query(const SqlText& source, const SqlText& asked) const;
  /// The name of the last step.
  [[nodiscard]] const std::string& last() const { return layers_.back().name; }

 private:
  struct Column {
    std::string name;
    SqlText expression;
  };
  struct Layer {
    std::string name;
    std::vector<Column> columns;
  };
  std::vector<Layer> layers_;
};

}  // namespace ibtikar
