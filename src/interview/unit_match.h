// Whether the words after a number are the unit that a question asks for.
#pragma once

#include <string_view>

#include "ibtikar/localized.h"

namespace ibtikar {

/// "people", "people per year" for "people a year"; "شخص" for "أشخاص في السنة"; "per cent" and "٪"
/// for "%". Nothing at all is right too. Words of another unit are not: "12 minutes" are no 12
/// hours.
[[nodiscard]] bool names_unit(std::string_view words, const LocalizedText& unit);

/// Whether the unit is a share of a hundred.
[[nodiscard]] bool is_per_cent(const LocalizedText& unit);

}  // namespace ibtikar
