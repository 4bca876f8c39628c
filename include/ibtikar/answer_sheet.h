// AnswerSheet: a proposal's answers, checked against one rubric.
//
// One Cell per question, in the rubric's order, with every value checked. Sheets are plain values:
// copy one, change a cell, score it again.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace ibtikar {

enum class CellState : std::uint8_t { unanswered, not_applicable, answered };

struct Cell {
  CellState state = CellState::unanswered;
  bool has_note = false;       ///< a note that is not empty
  bool has_link = false;       ///< one link or more
  std::uint32_t evidence = 0;  ///< index into the rubric's evidence levels; 0 without a table
  std::uint32_t index = 0;     ///< scale: the level; choice: the option
  double number = 0;         ///< what conditions compare: level's value, number, option's index, yes 1 / no 0
  double utility = 0;        ///< u in [0, 1]; 0 for a question that gives none
  std::vector<bool> chosen;  ///< choices: one flag per option

  friend bool operator==(const Cell&, const Cell&) = default;
};

struct AnswerSheet {
  std::vector<Cell> cells;  ///< by question number

  friend bool operator==(const AnswerSheet&, const AnswerSheet&) = default;
};

}  // namespace ibtikar
