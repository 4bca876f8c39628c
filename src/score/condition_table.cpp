// See condition_table.h.
//
// Besides the classes of its answers a question has two: it is open, and a condition on it cannot
// hold (it is hidden or does not apply). Each class of answers counts twice, because a question that
// may yet be hidden makes what holds uncertain.
#include "score/condition_table.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace ibtikar {
namespace {

constexpr std::size_t kOpenClass = 0;
constexpr std::size_t kNeverClass = 1;
constexpr std::size_t kAnswerClasses = 2;
/// Combinations of one condition. Rubrics come from files, so tables must stay small.
constexpr std::size_t kMostCombinations = 4096;
constexpr std::size_t kMostConditions = 256;
constexpr std::size_t kMostParts = 1000;
/// Options of a question with several: each set of them has a class.
constexpr std::size_t kMostOptions = 10;
constexpr std::size_t kNotAsked = SIZE_MAX;

void collect_operands(const Condition& condition, std::string_view question, std::vector<double>& operands) {
  if (condition.atom.question == question)
    for (const Operand& operand : condition.atom.operands)
      if (const double* number = std::get_if<double>(&operand)) operands.push_back(*number);
  for (const Condition& part : condition.parts) collect_operands(part, question, operands);
}

/// Every number that some condition compares the question's answer with, in order.
std::vector<double> operands_on(const Rubric& rubric, std::size_t question) {
  std::vector<double> operands;
  for (std::size_t q = 0; q < rubric.question_count(); ++q)
    for (const Condition* when : rubric.conditions_of(q))
      collect_operands(*when, rubric.full_id(question), operands);
  for (const Gate& gate : rubric.parts().gates)
    collect_operands(gate.when, rubric.full_id(question), operands);
  std::ranges::sort(operands);
  operands.erase(std::ranges::unique(operands).begin(), operands.end());
  return operands;
}

/// Which region a number is in: under the first operand, at it, between it and the second, and so on.
std::size_t region_of(const std::vector<double>& operands, double number) {
  std::size_t region = 0;
  for (const double operand : operands)
    region += static_cast<std::size_t>(number >= operand) + static_cast<std::size_t>(number > operand);
  return region;
}

/// Cells for all classes that a question's answers may have, each at its place in Asked::classes.
std::vector<Cell> possible_cells(const Codebook& book, std::size_t question,
                                 const std::vector<double>& operands) {
  std::vector<Cell> cells;
  const AnswerCode beside = book.code(0, 0);
  switch (book.rubric().question(question).type) {
    case QuestionType::number:
      cells.push_back(book.cell(question, beside, -std::numeric_limits<double>::max(), 0));
      for (const double operand : operands) {
        cells.push_back(book.cell(question, beside, operand, 0));
        cells.push_back(
            book.cell(question, beside, std::nextafter(operand, std::numeric_limits<double>::infinity()), 0));
      }
      break;
    case QuestionType::choices:
      for (std::uint64_t set = 0; set < 1ULL << book.rubric().question(question).options.size(); ++set)
        cells.push_back(book.cell(question, beside, 0, set));
      break;
    default:
      for (std::size_t code = 0; code < book.count(question); ++code)
        cells.push_back(book.cell(question, static_cast<AnswerCode>(code), 0, 0));
  }
  return cells;
}

std::size_t parts_of(const Condition& condition) {
  std::size_t count = 1;
  for (const Condition& part : condition.parts) count += parts_of(part);
  return count;
}

/// Whether all conditions together are few and short enough to be tried out.
bool are_short(const Rubric& rubric) {
  std::size_t conditions = rubric.parts().gates.size();
  std::size_t parts = 0;
  for (const Gate& gate : rubric.parts().gates) parts += parts_of(gate.when);
  for (std::size_t q = 0; q < rubric.question_count(); ++q) {
    const std::vector<const Condition*> whens = rubric.conditions_of(q);
    if (!whens.empty()) ++conditions;
    for (const Condition* when : whens) parts += parts_of(*when);
    // At once: a section's condition is counted again with each of its questions.
    if (conditions > kMostConditions || parts > kMostParts) return false;
  }
  return true;
}

void add_names(const Rubric& rubric, const Condition& condition, std::vector<std::size_t>& questions) {
  for (const std::string& id : questions_named(condition)) questions.push_back(rubric.find(id).value_or(0));
}

std::vector<std::size_t> each_once(std::vector<std::size_t> numbers) {
  std::ranges::sort(numbers);
  numbers.erase(std::ranges::unique(numbers).begin(), numbers.end());
  return numbers;
}

}  // namespace

std::optional<ConditionTable> ConditionTable::of(const ScorerPlan& plan, const Codebook& book) {
  const Rubric& rubric = plan.rubric;
  if (plan.conditions.gates_ask_scores() || plan.conditions.has_bands() || !are_short(rubric))
    return std::nullopt;
  ConditionTable table;
  table.places_.assign(rubric.question_count(), kNotAsked);
  for (std::size_t q = 0; q < rubric.question_count(); ++q)
    if (!rubric.conditions_of(q).empty()) table.conditional_.push_back(q);
  for (std::size_t q = 0; q < rubric.question_count(); ++q)
    if (plan.conditions.is_named(q) && !table.add_asked(plan, book, q)) return std::nullopt;
  for (const std::size_t q : table.conditional_) {
    std::vector<std::size_t> questions;
    for (const Condition* when : rubric.conditions_of(q)) add_names(rubric, *when, questions);
    const auto evaluate = [&](const AnswerSheet& sheet, const std::vector<Truth>& visible) {
      return plan.conditions.shown(q, sheet, visible);
    };
    if (!table.add_decision(plan, book, each_once(std::move(questions)), evaluate, table.shown_))
      return std::nullopt;
  }
  for (std::size_t g = 0; g < plan.gates.size(); ++g) {
    std::vector<std::size_t> questions;
    add_names(rubric, rubric.parts().gates[g].when, questions);
    const auto evaluate = [&](const AnswerSheet& sheet, const std::vector<Truth>& visible) {
      return plan.conditions.gate(g, sheet, visible, {});
    };
    if (!table.add_decision(plan, book, each_once(std::move(questions)), evaluate, table.gates_))
      return std::nullopt;
  }
  return table;
}

/// False if there is too much to tell apart.
bool ConditionTable::add_asked(const ScorerPlan& plan, const Codebook& book, std::size_t question) {
  Asked asked;
  asked.question = question;
  asked.type = plan.rubric.question(question).type;
  if (asked.type == QuestionType::choices && plan.rubric.question(question).options.size() > kMostOptions)
    return false;
  if (asked.type == QuestionType::number) asked.operands = operands_on(plan.rubric, question);
  std::vector<std::vector<bool>> seen;
  for (Cell& cell : possible_cells(book, question, asked.operands)) {
    // Of cells without an answer, the state decides: their class is never looked up.
    const std::vector<bool> tests =
        cell.state == CellState::answered ? plan.conditions.tests_on(question, cell) : std::vector<bool>();
    const auto known = static_cast<std::size_t>(std::ranges::find(seen, tests) - seen.begin());
    if (known == seen.size()) {
      if (seen.size() == UINT8_MAX) return false;
      seen.push_back(tests);
      asked.samples.push_back(std::move(cell));
    }
    asked.classes.push_back(static_cast<std::uint8_t>(known));
  }
  places_[question] = asked_.size();
  asked_.push_back(std::move(asked));
  return true;
}

template <class Evaluate>
bool ConditionTable::add_decision(const ScorerPlan& plan, const Codebook& book,
                                  const std::vector<std::size_t>& questions, const Evaluate& evaluate,
                                  std::vector<Decision>& into) {
  Decision decision;
  std::size_t combinations = 1;
  for (const std::size_t q : questions) {
    const std::size_t asked = places_[q];
    Decision::Term term{q, asked, combinations, {}};
    CodedAnswers answers = book.no_answers();
    for (std::size_t code = 0; code < book.count(q) && !book.is_beside(q); ++code) {
      answers.codes[q] = static_cast<AnswerCode>(code);
      term.places.push_back(
          static_cast<std::uint16_t>(combinations * class_of(asked_[asked], answers, Truth::yes)));
    }
    decision.asks_codes &= !term.places.empty() && plan.rubric.conditions_of(q).empty();
    decision.terms.push_back(std::move(term));
    combinations *= kAnswerClasses + 2 * asked_[asked].samples.size();
    if (combinations > kMostCombinations) return false;
  }
  AnswerSheet sheet;
  sheet.cells.resize(plan.questions.size());
  std::vector<Truth> visible(plan.questions.size(), Truth::yes);
  for (std::size_t combination = 0; combination < combinations; ++combination) {
    for (std::size_t i = 0; i < decision.terms.size(); ++i) {
      const Asked& asked = asked_[decision.terms[i].asked];
      const std::size_t step = decision.terms[i].step;
      const std::size_t which = combination / step % (kAnswerClasses + 2 * asked.samples.size());
      Cell& cell = sheet.cells[asked.question];
      cell = {};
      visible[asked.question] = Truth::yes;
      if (which == kNeverClass) visible[asked.question] = Truth::no;
      if (which < kAnswerClasses) continue;
      cell = asked.samples[(which - kAnswerClasses) / 2];
      if ((which - kAnswerClasses) % 2 == 1) visible[asked.question] = Truth::unknown;
    }
    decision.says.push_back(evaluate(sheet, visible));
  }
  into.push_back(std::move(decision));
  return true;
}

std::size_t ConditionTable::class_of(const Asked& asked, const CodedAnswers& answers, Truth visible) {
  const AnswerCode code = answers.codes[asked.question];
  if (visible == Truth::no || code == kNotApplicableCode) return kNeverClass;
  if (code < kAnswerCodes) return kOpenClass;
  std::size_t place = code;
  if (asked.type == QuestionType::number) place = region_of(asked.operands, answers.numbers[asked.question]);
  if (asked.type == QuestionType::choices) place = answers.sets[asked.question];
  return kAnswerClasses + 2 * std::size_t{asked.classes[place]} + (visible == Truth::unknown ? 1U : 0U);
}

inline Truth ConditionTable::look_up(const Decision& decision, const CodedAnswers& answers,
                                     const std::vector<Truth>& visible) const {
  std::size_t place = 0;
  if (decision.asks_codes) {
    for (const Decision::Term& term : decision.terms) place += term.places[answers.codes[term.question]];
    return decision.says[place];
  }
  for (const Decision::Term& term : decision.terms) {
    const Truth shown = visible[term.question];
    place += shown == Truth::yes && !term.places.empty()
                 ? term.places[answers.codes[term.question]]
                 : term.step * class_of(asked_[term.asked], answers, shown);
  }
  return decision.says[place];
}

void ConditionTable::settle(const CodedAnswers& answers, std::vector<Truth>& visible,
                            std::vector<Truth>& gates) const {
  // In the rubric's order: a condition asks earlier questions alone.
  for (std::size_t i = 0; i < conditional_.size(); ++i)
    visible[conditional_[i]] = look_up(shown_[i], answers, visible);
  for (std::size_t g = 0; g < gates_.size(); ++g) gates[g] = look_up(gates_[g], answers, visible);
}

}  // namespace ibtikar
