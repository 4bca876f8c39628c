// The arithmetic of docs/scoring.md as SQL, from questions to the overall score before gates. Its
// steps are those of score/evaluate.cpp, in the same order, so that doubles come out the same.
#pragma once

#include "report/sql/answers.h"

namespace ibtikar {

/// Adds questions, criteria and dimensions: of each criterion and dimension `low`, `high`, `point`
/// (null: none), `completeness`, `on` (whether something in it applies) and `leave` (whether all of
/// it may yet turn out not to apply).
void add_scores(const SqlContext& context, Layers& layers);

/// Adds the same of the overall ("o1_low"), from the dimensions as they are.
void add_overall(const SqlContext& context, std::string_view step, Layers& layers);

}  // namespace ibtikar
