// Plainly right answers as cells, the quick way; see record_decoder.h. What is not plainly right is left to
// the careful way, so nothing here says why.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include <simdjson.h>

#include "ibtikar/answer_sheet.h"
#include "ibtikar/rubric.h"

namespace ibtikar {

/// What the quick way needs of one question.
struct QuestionTable {
  /// Levels whose values are small whole numbers, as nearly all are, are found without a search: answers
  /// differ from record to record, and a search that ends now here, now there, costs a processor more than
  /// all else that it does with an answer.
  static constexpr std::uint8_t kNoLevel = 255;

  QuestionType type = QuestionType::scale;
  bool allows_not_applicable = false;
  std::array<std::uint8_t, 16> level_at{};                   ///< by value; kNoLevel: look at it with care
  std::array<double, 16> utility_at{};                       ///< likewise
  std::vector<std::pair<double, double>> levels;             ///< value, utility
  std::vector<std::pair<std::string_view, double>> options;  ///< id, score or 0
  const Question* question = nullptr;
};

/// `question` must outlive the table.
[[nodiscard]] QuestionTable table_of(const Question& question);

/// As a cell that was never answered.
void clear(Cell& cell);

/// Puts the level of this value into the cell of a scale, whatever was in it; evidence stays. False: look
/// at it with care.
[[nodiscard]] inline bool read_level(const QuestionTable& table, std::int64_t value, Cell& cell) {
  if (value < 0 || value >= static_cast<std::int64_t>(table.level_at.size())) return false;
  const std::uint8_t level = table.level_at[static_cast<std::size_t>(value)];
  if (level == QuestionTable::kNoLevel) return false;
  cell.state = CellState::answered;
  cell.index = level;
  cell.number = static_cast<double>(value);
  cell.utility = table.utility_at[static_cast<std::size_t>(value)];
  return true;
}

/// The same for any value of any question.
[[nodiscard]] bool read_value(const QuestionTable& table, const simdjson::dom::element& value, Cell& cell);

}  // namespace ibtikar
