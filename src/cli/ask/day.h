// A day as people type it: 2026-11-02, ٢٠٢٦-١١-٠٢, today, اليوم.
#pragma once

#include <string>
#include <string_view>

namespace ibtikar::cli {

struct Day {
  enum class Kind {
    day,
    hijri,  ///< a year of the Islamic calendar, which is not converted here
    none,
  };
  Kind kind = Kind::none;
  std::string text;  ///< YYYY-MM-DD, of a day
};

/// Year, month and day in this order, with "-", "/" or "." between and digits of any script.
[[nodiscard]] Day read_day(std::string_view typed);

}  // namespace ibtikar::cli
