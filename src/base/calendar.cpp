// See calendar.h.
#include "base/calendar.h"

#include <fmt/format.h>

namespace ibtikar {

std::string date_of_days(std::int64_t days) {
  // Years begin in March here, so that the day that is left out now and then is the last one.
  days += 719'468;
  // 400 years have 146,097 days, and the calendar repeats after them. 719,468 days before 1970 is
  // 0000-03-01, where an era begins.
  const std::int64_t era = days / 146'097;
  const std::int64_t day_of_era = days - era * 146'097;
  const std::int64_t year_of_era =
      (day_of_era - day_of_era / 1'460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
  const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t month_from_march = (5 * day_of_year + 2) / 153;
  const std::int64_t day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
  const std::int64_t month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
  return fmt::format("{:04}-{:02}-{:02}", year_of_era + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

std::string date_of_serial(std::int64_t day) {
  // 1970-01-01 is the day 25,569. Excel has a 29th of February 1900, the day 60, which never was.
  return date_of_days(day - 25'569 + (day < 60 ? 1 : 0));
}

}  // namespace ibtikar
