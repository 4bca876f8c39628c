// See conditions.h.
#include "report/sql/conditions.h"

#include <algorithm>

#include <fmt/format.h>

#include "model/operand.h"

namespace ibtikar {
namespace {

std::string_view comparison(Test test) {
  switch (test) {
    case Test::at_least:
      return ">=";
    case Test::at_most:
      return "<=";
    case Test::above:
      return ">";
    case Test::below:
      return "<";
    default:
      return "=";
  }
}

/// Whether the answer passes, if there is one.
SqlText passes(const SqlContext& context, std::size_t q, const Atom& atom) {
  const Question& question = context.plan.rubric.question(q);
  const std::string x = column_name('q', q, "x");
  std::vector<SqlText> tests;
  for (const Operand& operand : atom.operands) {
    const double number = operand_number(question, operand).value_or(0);
    tests.push_back(question.type == QuestionType::choices
                        ? is_chosen(context, q, static_cast<std::size_t>(number))
                        : fmt::format("{} {} {}", x, comparison(atom.test), context.sql.number(number)));
  }
  return atom.test == Test::is_not ? fmt::format("NOT ({})", tests.front()) : sql_or(tests);
}

SqlText truth_of_answer(const SqlContext& context, const Atom& atom) {
  const std::size_t q = context.plan.rubric.find(atom.question).value_or(0);
  const std::string state = column_name('q', q, "state");
  const SqlText shown = shown_of(context, q);
  SqlText never = fmt::format("{} = {}", state, sql_state(SqlState::not_applicable));
  if (is_conditional(context, q)) never += fmt::format(" OR {} = 0", shown);
  return fmt::format("CASE WHEN {} THEN 0 WHEN {} = {} THEN 1 WHEN {} THEN {} ELSE 0 END", never, state,
                     sql_state(SqlState::open), passes(context, q, atom), shown);
}

SqlText truth_of_score(const SqlContext& context, const Atom& atom, bool by_point) {
  const auto [kind, number] = place_of_score(context.plan, score_number(context.plan.rubric, atom.score));
  const auto side = [&, of = kind, place = number](std::string_view bound) {
    const std::string column = column_name(of, place, bound);
    const SqlText value =
        by_point ? fmt::format("COALESCE({}, {})", column_name(of, place, "round_point"), column) : column;
    return fmt::format("{} {} {}", value, comparison(atom.test),
                       context.sql.number(std::get<double>(atom.operands.front())));
  };
  const SqlText low = side("round_low"), high = side("round_high");
  return fmt::format(
      "CASE WHEN {0} = 0 OR (NOT ({1}) AND NOT ({2})) THEN 0 WHEN ({1}) AND ({2}) AND {3} = 0 THEN 2 "
      "ELSE 1 END",
      column_name(kind, number, "on"), low, high, column_name(kind, number, "leave"));
}

/// How many conditions must be settled before this question's is.
std::size_t depth_of(const SqlContext& context, std::size_t q, const std::vector<std::size_t>& depths) {
  std::size_t depth = 0;
  for (const Condition* when : context.plan.rubric.conditions_of(q)) {
    depth = std::max<std::size_t>(depth, 1);
    for (const std::string& name : questions_named(*when))
      depth = std::max(depth, 1 + depths[context.plan.rubric.find(name).value_or(0)]);
  }
  return depth;
}

}  // namespace

bool is_conditional(const SqlContext& context, std::size_t question) {
  return !context.plan.rubric.conditions_of(question).empty();
}

SqlText shown_of(const SqlContext& context, std::size_t question) {
  return is_conditional(context, question) ? column_name('q', question, "shown") : "2";
}

ScorePlace place_of_score(const ScorerPlan& plan, std::size_t score_number) {
  if (score_number < plan.criteria.size()) return {'c', score_number};
  score_number -= plan.criteria.size();
  if (score_number < plan.dimensions.size()) return {'d', score_number};
  return {'o', 0};
}

SqlText truth_of(const SqlContext& context, const Condition& condition, bool by_point) {
  std::vector<SqlText> parts;
  for (const Condition& part : condition.parts) parts.push_back(truth_of(context, part, by_point));
  switch (condition.kind) {
    case Condition::Kind::atom:
      return condition.atom.score.empty() ? truth_of_answer(context, condition.atom)
                                          : truth_of_score(context, condition.atom, by_point);
    case Condition::Kind::negation:
      return fmt::format("(2 - {})", parts.front());
    case Condition::Kind::all:
      return parts.empty() ? "2" : context.sql.smallest(parts);
    case Condition::Kind::any:
      return parts.empty() ? "0" : context.sql.largest(parts);
  }
  return "1";
}

void add_visibility(const SqlContext& context, Layers& layers) {
  const Rubric& rubric = context.plan.rubric;
  std::vector<std::size_t> depths(rubric.question_count(), 0);
  std::size_t deepest = 0;
  // A condition asks earlier questions only, so their depths are known.
  for (std::size_t q = 0; q < depths.size(); ++q) {
    depths[q] = depth_of(context, q, depths);
    deepest = std::max(deepest, depths[q]);
  }
  for (std::size_t depth = 1; depth <= deepest; ++depth) {
    layers.begin(fmt::format("shown_{}", depth));
    for (std::size_t q = 0; q < depths.size(); ++q) {
      if (depths[q] != depth) continue;
      std::vector<SqlText> truths;
      for (const Condition* when : rubric.conditions_of(q)) truths.push_back(truth_of(context, *when, false));
      layers.add(column_name('q', q, "shown"), context.sql.smallest(truths));
    }
  }
}

}  // namespace ibtikar
