// What the value of a cell is as text: the number as somebody typed it, a date in ISO 8601.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "codec/workbook/number_format.h"

namespace ibtikar {

/// From which day a workbook counts.
enum class DateSystem { from_1900, from_1904 };

/// A number that is shown as `kind`: 2026-11-30, 2026-11-30T09:30:00, 09:30:00, 26:30:00, 50%.
[[nodiscard]] std::string number_text(std::string_view value, NumberKind kind, DateSystem dates);

/// An ISO 8601 duration as hours: 09:30:00 of PT9H30M. What is none stays as it is.
[[nodiscard]] std::string clock_text(std::string_view duration);

/// What texts in Excel's files mean: "_x000D_" is a character that XML does not have.
[[nodiscard]] std::string unescaped(std::string_view text);

/// The column and the row of "C7", counted from 1; a `row` of 0 for "C" alone. Nothing for what is
/// none.
struct CellPlace {
  std::size_t column = 0;
  std::size_t row = 0;
};
[[nodiscard]] std::optional<CellPlace> cell_place(std::string_view reference);

}  // namespace ibtikar
