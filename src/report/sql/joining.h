// Parts that become one value, in every way of docs/scoring.md, "Other ways to combine": questions
// of a group, groups and questions of a criterion, criteria of a dimension.
#pragma once

#include "model/joining.h"
#include "report/sql/answers.h"

namespace ibtikar {

/// What enters, as SQL.
struct SqlPart {
  double weight = 0;
  SqlText on;     ///< a condition: whether it applies
  SqlText leave;  ///< 1 or 0
  SqlText keeps;  ///< likewise: some answer in it is sure to stay
  SqlText point;  ///< null: none
  SqlText low;
  SqlText high;
  SqlText completeness;
};

/// A value, and the columns that it gets: `on`, `leave`, `keeps`, `point`, `low`, `high`,
/// `completeness`.
struct SqlWhole {
  char kind = 'c';
  std::size_t number = 0;
  Joint joint;
  std::vector<SqlPart> parts;
};

/// A question that is scored, from its columns.
[[nodiscard]] SqlPart question_part(const SqlContext& context, std::size_t question);
/// A group, a criterion or a dimension, from its columns.
[[nodiscard]] SqlPart whole_part(char kind, std::size_t number, double weight);

/// Adds the columns of all of these values, which do not build on each other. `step` is how the
/// names of the steps begin.
void add_joined(const SqlContext& context, const std::string& step, const std::vector<SqlWhole>& wholes,
                Layers& layers);

}  // namespace ibtikar
