// From rows of answers to what is known of each question of a proposal: the first steps of a script.
#pragma once

#include "report/sql/layers.h"
#include "score/plan.h"

namespace ibtikar {

/// What the parts of a translation share.
struct SqlContext {
  const ScorerPlan& plan;
  const Dialect& sql;
  SqlInput input = SqlInput::answers;
};

/// What a column `state` of a question holds.
enum class SqlState { open, answered, not_applicable, bad_value, unknown_evidence, not_applicable_forbidden };
[[nodiscard]] SqlText sql_state(SqlState state);

/// The table of answers as the first step reads it, with the tables before it that it needs.
[[nodiscard]] SqlText answer_tables(const SqlContext& context, const SqlText& table);
[[nodiscard]] SqlText answer_source();

/// Adds, for each question, its columns `x` (a number as conditions compare it), `list` (the chosen
/// options, with a blank before and behind each), `ceiling`, `margin`, `state` and `u`, its utility.
void add_answers(const SqlContext& context, Layers& layers);

/// Whether option number `option` of a question with several is chosen.
[[nodiscard]] SqlText is_chosen(const SqlContext& context, std::size_t question, std::size_t option);
/// Whether the evidence of an answer is too weak for full credit; empty if none is.
[[nodiscard]] SqlText lacks_evidence(const SqlContext& context, std::size_t question);
/// The first fault of a proposal as a text; null if there is none.
[[nodiscard]] SqlText first_fault(const SqlContext& context);

}  // namespace ibtikar
