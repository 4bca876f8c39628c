// The names of the ways to combine dimensions in a rubric.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ibtikar/rubric.h"

namespace ibtikar {

inline constexpr std::array<std::pair<std::string_view, Combine>, 3> kCombines = {
    {{"arithmetic_mean", Combine::arithmetic_mean},
     {"geometric_mean", Combine::geometric_mean},
     {"minimum", Combine::minimum}}};

[[nodiscard]] inline std::optional<Combine> find_combine(std::string_view name) {
  for (const auto& [known, combine] : kCombines)
    if (known == name) return combine;
  return std::nullopt;
}

[[nodiscard]] inline std::string_view combine_name(Combine combine) {
  for (const auto& [name, known] : kCombines)
    if (known == combine) return name;
  return {};
}

[[nodiscard]] inline std::vector<std::string> combine_names() {
  std::vector<std::string> names;
  for (const auto& [name, combine] : kCombines) names.emplace_back(name);
  return names;
}

}  // namespace ibtikar
