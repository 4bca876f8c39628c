// See condition_plan.h.
#include "model/condition_plan.h"

#include <string_view>
#include <unordered_set>

#include <algorithm>

#include "model/operand.h"

namespace ibtikar {

ConditionPlan::ConditionPlan(const Rubric& rubric) : named_(rubric.question_count(), false) {
  for (std::size_t q = 0; q < rubric.question_count(); ++q) {
    const auto& when = rubric.question(q).when;
    whens_.push_back(when ? add(*when, rubric) : kAlways);
    if (when) conditional_.push_back(q);
  }
  for (const Gate& gate : rubric.parts().gates) gates_.push_back(add(gate.when, rubric));
}

std::uint32_t ConditionPlan::add(const Condition& condition, const Rubric& rubric) {
  Node node;
  node.kind = condition.kind;
  if (condition.kind == Condition::Kind::atom) {
    node.test = condition.atom.test;
    // validate() has resolved every name in a Rubric's conditions.
    const std::size_t question = rubric.find(condition.atom.question).value_or(0);
    node.question = static_cast<std::uint32_t>(question);
    node.multiple = rubric.question(question).type == QuestionType::choices;
    named_[question] = true;
    for (const Operand& operand : condition.atom.operands)
      node.operands.push_back(operand_number(rubric.question(question), operand).value_or(0));
  }
  for (const Condition& part : condition.parts) node.parts.push_back(add(part, rubric));
  nodes_.push_back(std::move(node));
  return static_cast<std::uint32_t>(nodes_.size() - 1);
}

void ConditionPlan::settle(const AnswerSheet& sheet, std::vector<Truth>& visible) const {
  visible.assign(whens_.size(), Truth::yes);
  for (const std::size_t q : conditional_) visible[q] = shown(q, sheet, visible);
}

Truth ConditionPlan::shown(std::size_t question, const AnswerSheet& sheet,
                           const std::vector<Truth>& visible) const {
  return whens_[question] == kAlways ? Truth::yes : eval(whens_[question], sheet, visible);
}

Truth ConditionPlan::gate(std::size_t gate, const AnswerSheet& sheet,
                          const std::vector<Truth>& visible) const {
  return eval(gates_[gate], sheet, visible);
}

Truth ConditionPlan::eval(std::uint32_t at, const AnswerSheet& sheet,
                          const std::vector<Truth>& visible) const {
  const Node& node = nodes_[at];
  switch (node.kind) {
    case Condition::Kind::atom:
      return eval_atom(node, sheet, visible);
    case Condition::Kind::negation:
      return !eval(node.parts.front(), sheet, visible);
    case Condition::Kind::all: {
      Truth truth = Truth::yes;
      for (const std::uint32_t part : node.parts) truth = both(truth, eval(part, sheet, visible));
      return truth;
    }
    case Condition::Kind::any: {
      Truth truth = Truth::no;
      for (const std::uint32_t part : node.parts) truth = either(truth, eval(part, sheet, visible));
      return truth;
    }
  }
  return Truth::unknown;
}

Truth ConditionPlan::eval_atom(const Node& node, const AnswerSheet& sheet,
                               const std::vector<Truth>& visible) const {
  const Cell& cell = sheet.cells[node.question];
  const Truth shown = visible[node.question];
  if (shown == Truth::no || cell.state == CellState::not_applicable) return Truth::no;
  if (cell.state == CellState::unanswered) return Truth::unknown;
  const auto equals = [&](double operand) {
    if (node.multiple) return bool{cell.chosen[static_cast<std::size_t>(operand)]};
    return cell.number == operand;
  };
  bool holds = false;
  switch (node.test) {
    case Test::is:
    case Test::includes:
    case Test::one_of:
      holds = std::any_of(node.operands.begin(), node.operands.end(), equals);
      break;
    case Test::is_not:
      holds = !equals(node.operands.front());
      break;
    case Test::at_least:
      holds = cell.number >= node.operands.front();
      break;
    case Test::at_most:
      holds = cell.number <= node.operands.front();
      break;
  }
  if (!holds) return Truth::no;
  return shown;  // yes, or unknown on a question that may be hidden
}

namespace {

void add_questions_named(const Condition& condition, std::unordered_set<std::string_view>& seen,
                         std::vector<std::string>& names) {
  if (condition.kind == Condition::Kind::atom && seen.insert(condition.atom.question).second)
    names.push_back(condition.atom.question);
  for (const Condition& part : condition.parts) add_questions_named(part, seen, names);
}

}  // namespace

std::vector<std::string> questions_named(const Condition& condition) {
  std::unordered_set<std::string_view> seen;
  std::vector<std::string> names;
  add_questions_named(condition, seen, names);
  return names;
}

}  // namespace ibtikar
