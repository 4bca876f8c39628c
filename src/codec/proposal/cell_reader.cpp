// See cell_reader.h. These functions must accept nothing that check_answer() refuses, and give the
// same cell; a property test compares the two. Refusing too much is safe, because the careful way
// decides then.
#include "codec/proposal/cell_reader.h"

#include <algorithm>
#include <cmath>

#include "model/answer_check.h"

namespace ibtikar {
namespace {

using simdjson::dom::element;
using simdjson::dom::element_type;

void answer(Cell& cell, std::size_t index, double number, double utility) {
  cell.state = CellState::answered;
  cell.index = static_cast<std::uint32_t>(index);
  cell.number = number;
  cell.utility = utility;
}

/// A cell with a state but without a value.
void set_state(Cell& cell, CellState state) {
  answer(cell, 0, 0, 0);
  cell.state = state;
  cell.chosen.clear();
}

/// Levels are compared as numbers, not by text: 2 and 2.0 are the same level.
bool read_scale(const QuestionTable& table, double number, Cell& cell) {
  for (std::size_t i = 0; i < table.levels.size(); ++i)
    if (table.levels[i].first == number) {
      answer(cell, i, number, table.levels[i].second);
      return true;
    }
  return false;
}

bool take_number(const QuestionTable& table, double number, Cell& cell) {
  const Question& question = *table.question;
  if ((question.min && number < *question.min) || (question.max && number > *question.max)) return false;
  // The careful way says how the number should look.
  if (question.whole && number != std::floor(number)) return false;
  answer(cell, 0, number, 0);
  cell.utility = utility_of(question, cell);
  return true;
}

bool take_text(const QuestionTable& table, std::string_view text, Cell& cell) {
  if (table.type == QuestionType::text) {
    answer(cell, 0, 0, 0);
    return true;
  }
  // Only this spelling. Others are accepted too, by the careful way.
  if (text == "n/a" && table.allows_not_applicable) {
    set_state(cell, CellState::not_applicable);
    return true;
  }
  if (table.type != QuestionType::choice) return false;
  for (std::size_t i = 0; i < table.options.size(); ++i)
    if (table.options[i].first == text) {
      answer(cell, i, static_cast<double>(i), table.options[i].second);
      return true;
    }
  return false;
}

bool read_choices(const QuestionTable& table, const simdjson::dom::array& list, Cell& cell) {
  cell.chosen.assign(table.options.size(), false);
  // A repeated option is a fault, and only the careful way can say where.
  for (const element one : list) {
    std::string_view id;
    if (one.get(id) != simdjson::SUCCESS) return false;
    const auto option = std::find_if(table.options.begin(), table.options.end(),
                                     [&](const auto& known) { return known.first == id; });
    const auto at = static_cast<std::size_t>(option - table.options.begin());
    if (option == table.options.end() || cell.chosen[at]) return false;
    cell.chosen[at] = true;
  }
  cell.state = CellState::answered;
  cell.index = 0;
  cell.number = 0;
  cell.utility = utility_of(*table.question, cell);
  return true;
}

}  // namespace

QuestionTable table_of(const Question& question) {
  QuestionTable table{question.type, question.not_applicable, {}, {}, {}, {}, &question};
  // Values without a level go the careful way, which refuses them with the list of levels.
  table.level_at.fill(QuestionTable::kNoLevel);
  for (std::size_t i = 0; i < question.levels.size(); ++i)
    table.levels.emplace_back(question.levels[i].value, question.type == QuestionType::scale
                                                            ? utility_of_level(question.levels, i)
                                                            : 0);
  for (std::size_t value = 0; value < table.level_at.size(); ++value)
    for (std::size_t i = 0; i < std::min<std::size_t>(table.levels.size(), QuestionTable::kNoLevel); ++i)
      if (table.levels[i].first == static_cast<double>(value)) {
        table.level_at[value] = static_cast<std::uint8_t>(i);
        table.utility_at[value] = table.levels[i].second;
      }
  for (const Option& option : question.options)
    table.options.emplace_back(option.id, option.score.value_or(0));
  return table;
}

void clear(Cell& cell) {
  set_state(cell, CellState::unanswered);
  cell.evidence = 0;
  cell.has_note = cell.has_link = false;
}

bool read_value(const QuestionTable& table, const element& value, Cell& cell) {
  switch (value.type()) {
    case element_type::INT64:
      // Almost every answer of a portfolio is a small whole number on a scale, so this comes first.
      if (table.type == QuestionType::scale && read_level(table, std::int64_t{value}, cell)) return true;
      [[fallthrough]];
    case element_type::UINT64:
    case element_type::DOUBLE: {
      double number = 0;
      if (value.get(number) != simdjson::SUCCESS) return false;
      if (number == 0) number = 0;  // -0 is 0
      if (table.type == QuestionType::scale) return read_scale(table, number, cell);
      return table.type == QuestionType::number && take_number(table, number, cell);
    }
    case element_type::BOOL: {
      if (table.type != QuestionType::yes_no) return false;
      bool truth = false;
      if (value.get(truth) != simdjson::SUCCESS) return false;
      answer(cell, 0, truth ? 1 : 0, truth == table.question->good ? 1 : 0);
      return true;
    }
    case element_type::STRING: {
      std::string_view text;
      return value.get(text) == simdjson::SUCCESS && take_text(table, text, cell);
    }
    case element_type::ARRAY: {
      simdjson::dom::array list;
      if (table.type != QuestionType::choices || value.get(list) != simdjson::SUCCESS) return false;
      return read_choices(table, list, cell);
    }
    case element_type::NULL_VALUE:
      set_state(cell, CellState::unanswered);
      return true;
    default:
      return false;
  }
}

}  // namespace ibtikar
