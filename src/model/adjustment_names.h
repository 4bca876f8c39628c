// The members of a gate that change scores otherwise than by a cap, in the order in which they take effect.
#pragma once

#include <array>
#include <string_view>
#include <utility>

#include "ibtikar/rubric.h"

namespace ibtikar {

inline constexpr std::array<std::pair<const char*, Adjustment::Kind>, 3> kAdjustmentNames = {
    {{"multiply", Adjustment::Kind::multiply},
     {"add", Adjustment::Kind::add},
     {"floor", Adjustment::Kind::floor}}};

[[nodiscard]] inline std::string_view adjustment_name(Adjustment::Kind kind) {
  for (const auto& [name, known] : kAdjustmentNames)
    if (known == kind) return name;
  return {};
}

}  // namespace ibtikar
