// What the number in a cell is, by the format that shows it: a date, a time, a share, or a number.
#pragma once

#include <cstdint>
#include <string_view>

namespace ibtikar {

enum class NumberKind : std::uint8_t { number, date, time, date_and_time, duration, percentage };

/// Of a format that spreadsheets know by a number, and have no code for in the file.
[[nodiscard]] NumberKind kind_of_builtin_format(unsigned id);

/// Of a format code: "dd/mm/yyyy", "[h]:mm", "0.0%".
[[nodiscard]] NumberKind kind_of_format(std::string_view code);

}  // namespace ibtikar
