// See condition_plan.h.
#include "model/condition_plan.h"

#include <string_view>
#include <unordered_set>

#include <algorithm>

#include "model/operand.h"

namespace ibtikar {
namespace {

/// Whether every score in the range passes, or none does.
Truth of_score(Test test, double operand, const ScoreRange& score) {
  if (!score.applicable) return Truth::no;
  const auto passes = [&](double value) {
    switch (test) {
      case Test::at_least:
        return value >= operand;
      case Test::above:
        return value > operand;
      case Test::at_most:
        return value <= operand;
      default:
        return value < operand;
    }
  };
  const bool low = passes(score.low);
  const bool high = passes(score.high);
  if (!low && !high) return Truth::no;
  return low && high && !score.may_leave ? Truth::yes : Truth::unknown;
}

}  // namespace

ConditionPlan::ConditionPlan(const Rubric& rubric) : named_(rubric.question_count(), false) {
  for (std::size_t q = 0; q < rubric.question_count(); ++q) {
    std::vector<std::uint32_t> parts;
    for (const Condition* when : rubric.conditions_of(q)) parts.push_back(add(*when, rubric));
    whens_.push_back(all_of(parts));
    parts_.push_back(std::move(parts));
    if (whens_.back() != kAlways) conditional_.push_back(q);
  }
  for (const Gate& gate : rubric.parts().gates) {
    gates_.push_back(add(gate.when, rubric));
    gates_ask_scores_ = gates_ask_scores_ || !scores_named(gate.when).empty();
  }
  const std::vector<Band>& bands = rubric.parts().bands;
  if (std::ranges::any_of(bands, [](const Band& band) { return band.when.has_value(); }))
    for (const Band& band : bands) bands_.push_back(band.when ? add(*band.when, rubric) : kAlways);
}

/// One node that holds when all of them do.
std::uint32_t ConditionPlan::all_of(const std::vector<std::uint32_t>& parts) {
  if (parts.empty()) return kAlways;
  if (parts.size() == 1) return parts.front();
  Node node;
  node.kind = Condition::Kind::all;
  node.parts = parts;
  nodes_.push_back(std::move(node));
  return static_cast<std::uint32_t>(nodes_.size() - 1);
}

std::uint32_t ConditionPlan::add(const Condition& condition, const Rubric& rubric) {
  Node node;
  node.kind = condition.kind;
  if (condition.kind == Condition::Kind::atom && !condition.atom.score.empty()) {
    node.test = condition.atom.test;
    node.score = static_cast<std::uint32_t>(score_number(rubric, condition.atom.score));
    node.operands.push_back(std::get<double>(condition.atom.operands.front()));
  } else if (condition.kind == Condition::Kind::atom) {
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

Truth ConditionPlan::shown_by_first(std::size_t count, std::size_t question, const AnswerSheet& sheet,
                                    const std::vector<Truth>& visible) const {
  Truth truth = Truth::yes;
  for (std::size_t i = 0; i < count; ++i) truth = both(truth, eval(parts_[question][i], sheet, visible));
  return truth;
}

Truth ConditionPlan::gate(std::size_t gate, const AnswerSheet& sheet, const std::vector<Truth>& visible,
                          const std::vector<ScoreRange>& scores) const {
  return eval(gates_[gate], sheet, visible, scores);
}

Truth ConditionPlan::band(std::size_t band, const AnswerSheet& sheet, const std::vector<Truth>& visible,
                          const std::vector<ScoreRange>& scores) const {
  return bands_[band] == kAlways ? Truth::yes : eval(bands_[band], sheet, visible, scores);
}

Truth ConditionPlan::eval(std::uint32_t at, const AnswerSheet& sheet, const std::vector<Truth>& visible,
                          const std::vector<ScoreRange>& scores) const {
  const Node& node = nodes_[at];
  switch (node.kind) {
    case Condition::Kind::atom:
      return node.score ? of_score(node.test, node.operands.front(), scores[*node.score])
                        : eval_atom(node, sheet, visible);
    case Condition::Kind::negation:
      return !eval(node.parts.front(), sheet, visible, scores);
    case Condition::Kind::all: {
      Truth truth = Truth::yes;
      for (const std::uint32_t part : node.parts) truth = both(truth, eval(part, sheet, visible, scores));
      return truth;
    }
    case Condition::Kind::any: {
      Truth truth = Truth::no;
      for (const std::uint32_t part : node.parts) truth = either(truth, eval(part, sheet, visible, scores));
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
  if (!holds_for(node, cell)) return Truth::no;
  return shown;  // yes, or unknown on a question that may be hidden
}

bool ConditionPlan::holds_for(const Node& node, const Cell& cell) {
  const auto equals = [&](double operand) {
    if (node.multiple) return bool{cell.chosen[static_cast<std::size_t>(operand)]};
    return cell.number == operand;
  };
  switch (node.test) {
    case Test::is:
    case Test::includes:
    case Test::one_of:
      return std::any_of(node.operands.begin(), node.operands.end(), equals);
    case Test::is_not:
      return !equals(node.operands.front());
    case Test::at_least:
      return cell.number >= node.operands.front();
    case Test::at_most:
      return cell.number <= node.operands.front();
    case Test::above:
      return cell.number > node.operands.front();
    case Test::below:
      return cell.number < node.operands.front();
  }
  return false;
}

std::vector<bool> ConditionPlan::tests_on(std::size_t question, const Cell& cell) const {
  std::vector<bool> tests;
  for (const Node& node : nodes_)
    if (node.kind == Condition::Kind::atom && !node.score && node.question == question)
      tests.push_back(holds_for(node, cell));
  return tests;
}

namespace {

void add_questions_named(const Condition& condition, std::unordered_set<std::string_view>& seen,
                         std::vector<std::string>& names) {
  if (condition.kind == Condition::Kind::atom && condition.atom.score.empty() &&
      seen.insert(condition.atom.question).second)
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

std::vector<std::string> scores_named(const Condition& condition) {
  std::vector<std::string> names;
  if (!condition.atom.score.empty()) names.push_back(condition.atom.score);
  for (const Condition& part : condition.parts)
    for (std::string& name : scores_named(part))
      if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
  return names;
}

std::size_t score_number(const Rubric& rubric, std::string_view id) {
  std::size_t number = 0;
  for (const Section& section : rubric.sections())
    for (const Criterion& criterion : section.criteria) {
      if (criterion.id == id) return number;
      ++number;
    }
  for (const Dimension& dimension : rubric.dimensions()) {
    if (dimension.id == id) return number;
    ++number;
  }
  return number;
}

}  // namespace ibtikar
