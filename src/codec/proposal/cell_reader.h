// Reads answers that are plainly right into cells, the quick way; see record_decoder.h. Whatever is
// not plainly right is left to the careful way, so nothing here reports a reason.
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

/// What the quick way needs to know about one question.
struct QuestionTable {
  /// Levels whose values are small whole numbers, as almost all are, are found by index. Answers
  /// differ from record to record, so a processor cannot predict where a search would end, and
  /// wrong predictions cost more than everything else that is done with an answer.
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

/// Makes the cell one that was never answered.
void clear(Cell& cell);

/// Puts the level with this value into the cell of a scale, whatever was in it. The evidence stays.
/// False: the careful way must look at it.
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
