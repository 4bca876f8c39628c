// What several assessors say together: see ibtikar/panel.h.
#include <algorithm>

#include "ibtikar/panel.h"
#include "model/answer_check.h"

namespace ibtikar {
namespace {

using Cells = std::vector<const Cell*>;

/// The lower of the one or two in the middle, and whether these two differ.
template <class Value>
std::pair<Value, bool> lower_median(std::vector<Value> values) {
  std::sort(values.begin(), values.end());
  const std::size_t lower = (values.size() - 1) / 2;
  const std::size_t upper = values.size() / 2;
  return {values[lower], values[lower] != values[upper]};
}

/// Levels in the order of their values, yes after no, numbers.
bool take_median(const Cells& answers, Cell& into) {
  std::vector<std::pair<double, std::uint32_t>> values;
  for (const Cell* answer : answers) values.emplace_back(answer->number, answer->index);
  const auto [median, is_tie] = lower_median(std::move(values));
  into.number = median.first;
  into.index = median.second;
  return is_tie;
}

/// Of options chosen equally often, the one that earns least; then the first.
bool take_most_chosen(const Question& question, const Cells& answers, Cell& into) {
  std::vector<std::size_t> counts(question.options.size(), 0);
  for (const Cell* answer : answers) ++counts[answer->index];
  const std::size_t most = *std::max_element(counts.begin(), counts.end());
  std::optional<Cell> best;
  for (std::uint32_t option = 0; option < counts.size(); ++option) {
    if (counts[option] != most) continue;
    Cell cell = into;
    cell.index = option;
    cell.number = option;
    cell.utility = utility_of(question, cell);
    if (!best || cell.utility < best->utility) best = cell;
  }
  into = *best;
  return std::count(counts.begin(), counts.end(), most) > 1;
}

bool take_majorities(const Question& question, const Cells& answers, Cell& into) {
  bool is_tie = false;
  into.chosen.assign(question.options.size(), false);
  for (std::size_t option = 0; option < question.options.size(); ++option) {
    const auto count = static_cast<std::size_t>(std::count_if(
        answers.begin(), answers.end(), [&](const Cell* answer) { return answer->chosen[option]; }));
    into.chosen[option] = 2 * count > answers.size();
    is_tie = is_tie || 2 * count == answers.size();
  }
  return is_tie;
}

bool most_have(const Cells& answers, bool Cell::*what) {
  const auto count = std::count_if(answers.begin(), answers.end(), [&](const Cell* a) { return a->*what; });
  return 2 * static_cast<std::size_t>(count) > answers.size();
}

/// The cell, and whether it is a tie.
std::pair<Cell, bool> consensus_on(const Question& question, const Cells& cells) {
  const auto count_of = [&](CellState state) {
    return static_cast<std::size_t>(
        std::count_if(cells.begin(), cells.end(), [&](const Cell* cell) { return cell->state == state; }));
  };
  Cell cell;
  const std::size_t not_applicable = count_of(CellState::not_applicable);
  const std::size_t open = count_of(CellState::unanswered);
  if (2 * not_applicable > cells.size()) cell.state = CellState::not_applicable;
  if (2 * not_applicable > cells.size() || 2 * open > cells.size()) return {cell, false};
  Cells answers;
  for (const Cell* one : cells)
    if (one->state == CellState::answered) answers.push_back(one);
  // Half say that it does not apply, and half left it open.
  if (answers.empty()) return {cell, not_applicable > 0};
  cell.state = CellState::answered;
  std::vector<std::uint32_t> evidence;
  for (const Cell* answer : answers) evidence.push_back(answer->evidence);
  cell.evidence = lower_median(std::move(evidence)).first;
  cell.has_note = most_have(answers, &Cell::has_note);
  cell.has_link = most_have(answers, &Cell::has_link);
  bool is_tie = false;
  switch (question.type) {
    case QuestionType::scale:
    case QuestionType::yes_no:
    case QuestionType::number:
      is_tie = take_median(answers, cell);
      break;
    case QuestionType::choice:
      is_tie = take_most_chosen(question, answers, cell);
      break;
    case QuestionType::choices:
      is_tie = take_majorities(question, answers, cell);
      break;
    case QuestionType::text:
      break;
  }
  cell.utility = utility_of(question, cell);
  return {cell, is_tie};
}

}  // namespace

Consensus consensus_of(const Rubric& rubric, const std::vector<const AnswerSheet*>& sheets) {
  Consensus consensus;
  for (std::size_t q = 0; q < rubric.question_count(); ++q) {
    Cells cells;
    for (const AnswerSheet* sheet : sheets) cells.push_back(&sheet->cells[q]);
    auto [cell, is_tie] = consensus_on(rubric.question(q), cells);
    consensus.sheet.cells.push_back(std::move(cell));
    consensus.ties.push_back(is_tie);
  }
  return consensus;
}

}  // namespace ibtikar
