// "Did you mean": the nearest known name to one that is not known.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "ibtikar/message.h"

namespace ibtikar {

/// The candidate that (or whose part after a dot) has the fewest typing errors (insert, drop,
/// replace, swap neighbors) from `name`: at most a third of its length and 3. Ties go to the first.
/// A candidate whose part after a dot is `name` comes before all others. Never `name` itself.
[[nodiscard]] std::optional<std::string> nearest_name(std::string_view name,
                                                      std::span<const std::string> candidates);

/// `; did you mean "NAME"?`, or nothing.
[[nodiscard]] Message suggestion(std::string_view name, std::span<const std::string> candidates);

/// suggestion(), or where nothing is near `; expected a, b or c` when that is few enough to read.
[[nodiscard]] Message suggestion_or_list(std::string_view name, std::span<const std::string> candidates);

/// The candidates as `a, b or c`, for messages that say what is allowed.
[[nodiscard]] Message alternatives(std::span<const std::string> candidates);

}  // namespace ibtikar
