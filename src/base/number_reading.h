// Numbers as people write them: every number that a text may state, and the text after it.
//
//   read_number("1,250")        two readings: 1.25 where "," is the decimal mark, 1250 where it groups digits
//   read_number("1.250.000")    one: 1250000
//   read_number("١٬٢٠٠ شخص")    one: 1200, followed by "شخص"
//   read_number("3 or 4")       one: 3, followed by "or 4"
//   read_number("soon")         none
//
// Digits may be 0-9, Arabic-Indic, extended Arabic-Indic or full-width. "٫" is always a decimal
// mark; "٬", an apostrophe and a blank only ever stand between groups of three digits; "." and ","
// (also "،") are either. Nothing here knows a locale: where two readings are possible, the caller
// asks or refuses.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ibtikar/decimal_mark.h"

namespace ibtikar {

struct NumberReadings {
  std::optional<double> with_point;  ///< the number where "." is the decimal mark and "," groups digits
  std::optional<double> with_comma;  ///< the number where it is the other way round
  std::string_view rest;             ///< what stands behind the number, without blanks at its ends

  /// Two different numbers are possible.
  [[nodiscard]] bool are_two() const { return with_point && with_comma && *with_point != *with_comma; }
  /// The number, when just one is possible.
  [[nodiscard]] std::optional<double> only() const;
  /// The number where `mark` is the decimal mark; only() where that is unknown.
  [[nodiscard]] std::optional<double> with(DecimalMark mark) const;
  /// Which decimal mark the way of writing shows; unknown when it shows none.
  [[nodiscard]] DecimalMark shown_mark() const;
};

/// Reads the number that `text` begins with, as much of it as belongs to one number. Blanks and
/// invisible marks before it do not count. -0 is 0.
[[nodiscard]] NumberReadings read_number(std::string_view text);

/// The same for a text that is only a number: no readings if anything follows it.
[[nodiscard]] NumberReadings read_whole_number_text(std::string_view text);

}  // namespace ibtikar
