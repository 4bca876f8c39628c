// Days as dates of the Gregorian calendar, without a clock.
#pragma once

#include <cstdint>
#include <string>

namespace ibtikar {

/// "1970-01-02" of 1: the days since 1970-01-01, for the years 0 to 9999.
[[nodiscard]] std::string date_of_days(std::int64_t days);

/// "2024-03-01" of 45352: a day as spreadsheets count it, from 1899-12-30. The days before
/// 1900-03-01 are those of Excel, which has a 29th of February 1900.
[[nodiscard]] std::string date_of_serial(std::int64_t day);

}  // namespace ibtikar
