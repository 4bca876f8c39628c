// Decimal numbers: how they are shown, rounded and read. Nothing here knows a locale.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ibtikar {

/// `value` with exactly two decimals, correctly rounded (exact ties to even);
/// never "-0.00". Every derived number is shown by this function.
[[nodiscard]] std::string two_decimals(double value);

/// The same at the end of `out`, faster.
void append_two_decimals(std::string& out, double value);

/// The number that two_decimals() shows.
[[nodiscard]] double rounded(double value);

/// The shortest text that reads back as `value`: 2, 0.25, 1e+30.
[[nodiscard]] std::string shortest(double value);

/// A whole decimal number and nothing else ("12", "-0.5", "1e3"), or nothing.
[[nodiscard]] std::optional<double> parse_decimal(std::string_view text);

/// Arabic-Indic, extended Arabic-Indic and full-width digits become 0-9, "٫" a
/// point; "٬" (thousands) goes. All else stays.
[[nodiscard]] std::string western_digits(std::string_view text);

}  // namespace ibtikar
