// A number that may be null: what rankings and draws write where there is none.
#pragma once

#include <optional>
#include <string_view>

#include "codec/json/reader.h"

namespace ibtikar {

/// Empty for null and for a missing member.
[[nodiscard]] inline std::optional<double> number_or_null(ObjectReader& reader, std::string_view name,
                                                          Diagnostics& faults) {
  const auto node = reader.node(name);
  return node && !node->value->is_null() ? read_number(*node, faults) : std::nullopt;
}

}  // namespace ibtikar
