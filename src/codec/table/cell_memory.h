// What the cells of a column came to so far: the cells of a portfolio say the same few things over
// and over.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ibtikar/answer_sheet.h"
#include "ibtikar/mapping.h"

namespace ibtikar {

/// Number of different cells that are remembered for each column. In a column with more, most occur
/// only once.
inline constexpr std::size_t kMostKnown = 32;
inline constexpr std::size_t kLongestKnown = 64;

/// What the cells of a column have come to so far.
struct CellMemory {
  /// For cells of one byte, and at 0 for the empty cell: 1 + the place in `known`. Most answers are
  /// a single digit, so most lookups need no search.
  std::array<std::uint8_t, 256> by_byte{};
  std::vector<std::pair<std::string, Cell>> known;

  [[nodiscard]] const Cell* find(std::string_view text) const {
    if (text.size() <= 1) {
      const std::uint8_t place = by_byte[key_of(text)];
      return place == 0 ? nullptr : &known[place - 1U].second;
    }
    for (const auto& [one, cell] : known)
      if (one == text) return &cell;
    return nullptr;
  }

  void keep(std::string_view text, const Cell& cell) {
    if (known.size() >= kMostKnown || text.size() > kLongestKnown) return;
    known.emplace_back(text, cell);
    if (text.size() <= 1) by_byte[key_of(text)] = static_cast<std::uint8_t>(known.size());
  }

  static std::size_t key_of(std::string_view text) {
    return text.empty() ? 0 : static_cast<unsigned char>(text.front());
  }
};

/// A column that is read.
struct UsedColumn {
  std::size_t place = 0;
  ColumnUse use;
  std::uint32_t evidence = 0;  ///< of an option's question
  CellMemory memory;
  Cell latest;  ///< what was not worth remembering
};

/// Copies a cell without allocating: assigning the whole would copy the vector even if both are
/// empty.
inline void put(const Cell& from, Cell& into) {
  into.state = from.state;
  into.has_note = from.has_note, into.has_link = from.has_link;
  into.evidence = from.evidence;
  into.index = from.index;
  into.number = from.number;
  into.utility = from.utility;
  if (!from.chosen.empty() || !into.chosen.empty()) into.chosen = from.chosen;
}

}  // namespace ibtikar
