// What becomes of one answer in a row: of each row, and of the tables that make rows quickly.
#pragma once

#include <cstddef>

#include "ibtikar/answer_sheet.h"
#include "ibtikar/condition.h"
#include "ibtikar/row.h"

namespace ibtikar {

/// A table, because no processor can predict a branch that depends on an answer.
[[nodiscard]] inline RowQuestion::State state_of(bool is_scored, const Cell& cell, Truth visible) {
  using State = RowQuestion::State;
  constexpr State kStates[2][2][3] = {
      {{State::unscored, State::unscored, State::unscored},
       {State::unscored, State::unscored, State::unscored}},
      {{State::open, State::out, State::answered}, {State::out, State::out, State::out}}};
  return kStates[is_scored][visible == Truth::no][static_cast<std::size_t>(cell.state)];
}

/// Whether an answer does not count because its question is hidden.
[[nodiscard]] inline bool is_hidden_answer(const Cell& cell, Truth visible) {
  return visible == Truth::no && cell.state != CellState::unanswered;
}

}  // namespace ibtikar
