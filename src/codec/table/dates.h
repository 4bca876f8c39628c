// Dates as form tools write them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ibtikar/mapping.h"

namespace ibtikar {

/// "2026-11-02" of "02/11/2026 10:33" (day first), "11/2/26" and the like; any digits, any of
/// "/ - ." between, and what follows the date does not count. Empty if the text is no date in this
/// order, or if its year may be of the Hijri calendar.
[[nodiscard]] std::optional<std::string> iso_date(std::string_view text, DateOrder order);

/// The day in a cell of a column of days: "2024-03-01" of "2024-03-01T00:00:00Z", and of 45352, as
/// spreadsheets count days. What is neither stays as it is.
[[nodiscard]] std::string day_of_cell(std::string_view text);

}  // namespace ibtikar
