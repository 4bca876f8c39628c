// Conditions as SQL: 0 is no, 1 unknown, 2 yes, so that `all` is the least and `any` the greatest.
#pragma once

#include "report/sql/answers.h"

namespace ibtikar {

/// Adds `shown`, as a truth, for each question with a condition, in as many steps as conditions
/// build on each other.
void add_visibility(const SqlContext& context, Layers& layers);

/// Whether a question is shown, as a truth.
[[nodiscard]] SqlText shown_of(const SqlContext& context, std::size_t question);
/// Whether it has a condition at all.
[[nodiscard]] bool is_conditional(const SqlContext& context, std::size_t question);

/// The truth of a condition. Scores that it asks about are seen with their bounds, or by their point
/// (docs/scoring.md, "Conditions"), from the columns that add_rounded() made.
[[nodiscard]] SqlText truth_of(const SqlContext& context, const Condition& condition, bool by_point);

/// Where a score has its columns: 'c' and the number of a criterion, 'd' and that of a dimension,
/// 'o' and 0.
struct ScorePlace {
  char kind = 'o';
  std::size_t number = 0;
};
[[nodiscard]] ScorePlace place_of_score(const ScorerPlan& plan, std::size_t score_number);

}  // namespace ibtikar
