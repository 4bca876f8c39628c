// The mark that stands before the decimals of a number. Which one it is differs by country, and "1,250" is
// one number or another by it.
#pragma once

#include <optional>
#include <string_view>

namespace ibtikar {

enum class DecimalMark { unknown, point, comma };

/// The mark called "." or ","; nothing for other names.
[[nodiscard]] std::optional<DecimalMark> decimal_mark_named(std::string_view name);

/// "." or ","; `mark` is known.
[[nodiscard]] char sign_of(DecimalMark mark);

}  // namespace ibtikar
