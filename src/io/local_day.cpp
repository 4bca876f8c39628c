// See local_day.h. The C library: g++ 12 knows no time zones in <chrono>.
#include "io/local_day.h"

#include <ctime>

#include <fmt/format.h>

namespace ibtikar::io {

std::string local_day() {
  const std::time_t now = std::time(nullptr);
  std::tm day{};
  ::tzset();
  ::localtime_r(&now, &day);
  return fmt::format("{:04}-{:02}-{:02}", day.tm_year + 1900, day.tm_mon + 1, day.tm_mday);
}

}  // namespace ibtikar::io
