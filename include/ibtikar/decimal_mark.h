// The mark that stands before the decimals of a number. It differs by country and decides which
// number "1,250" is.
#pragma once

#include <optional>
#include <string_view>

namespace ibtikar {

enum class DecimalMark { unknown, point, comma };

/// The mark called "." or ",". Empty for other names.
[[nodiscard]] std::optional<DecimalMark> decimal_mark_named(std::string_view name);

/// "." or ",". Requires: `mark` is known.
[[nodiscard]] char sign_of(DecimalMark mark);

}  // namespace ibtikar
