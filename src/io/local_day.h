// The day that the calendar on the wall shows.
#pragma once

#include <string>

namespace ibtikar::io {

/// Today in the local time zone (TZ, else the machine's), as YYYY-MM-DD.
[[nodiscard]] std::string local_day();

}  // namespace ibtikar::io
