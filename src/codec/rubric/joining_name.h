// How a rubric names the ways to combine parts.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "ibtikar/rubric.h"

namespace ibtikar {

inline constexpr std::array<std::pair<std::string_view, Joining>, 6> kJoinings = {
    {{"mean", Joining::mean},
     {"minimum", Joining::minimum},
     {"maximum", Joining::maximum},
     {"sum", Joining::sum},
     {"deductions", Joining::deductions},
     {"in_order", Joining::in_order}}};

[[nodiscard]] inline std::optional<Joining> find_joining(std::string_view name) {
  for (const auto& [known, joining] : kJoinings)
    if (known == name) return joining;
  return std::nullopt;
}

[[nodiscard]] inline std::string_view joining_name(Joining joining) {
  for (const auto& [name, known] : kJoinings)
    if (known == joining) return name;
  return {};
}

}  // namespace ibtikar
