// A number that a program wrote, as the text of a cell.
#pragma once

#include <string>
#include <string_view>

namespace ibtikar {

/// A number as people type it: 3, 0.1, 1234567890123456789. Spreadsheets keep 15 digits, so what
/// lies behind them is the noise of binary fractions. A number with exactly three decimals gets a
/// fourth, 1.2340: as text, 1.234 might be more than a thousand. What is no number stays as it is.
[[nodiscard]] std::string number_text(std::string_view value);
[[nodiscard]] std::string number_text(double number);

}  // namespace ibtikar
