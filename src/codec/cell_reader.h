// Plainly right answers as cells, the quick way; see record_decoder.h. What is not plainly right is left to
// the careful way, so nothing here says why.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include <simdjson.h>

#include "ibtikar/answer_sheet.h"
#include "ibtikar/rubric.h"

namespace ibtikar {

/// What the quick way needs of one question.
struct QuestionTable {
  QuestionType type = QuestionType::scale;
  bool allows_not_applicable = false;
  std::vector<std::pair<double, double>> levels;             ///< value, utility
  std::vector<std::pair<std::string_view, double>> options;  ///< id, score or 0
  const Question* question = nullptr;
};

/// `question` must outlive the table.
[[nodiscard]] QuestionTable table_of(const Question& question);

/// As a cell that was never answered.
void clear(Cell& cell);
void clear_all_but_state(Cell& cell);

/// Puts a value into a cleared cell; its evidence stays. False: look at it with care.
[[nodiscard]] bool read_value(const QuestionTable& table, const simdjson::dom::element& value, Cell& cell);

}  // namespace ibtikar
