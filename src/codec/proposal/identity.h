// What names a proposal: its id and title as they stand in its JSON, which may be broken elsewhere.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "codec/json/scan.h"

namespace ibtikar {

struct Identity {
  std::string id;     ///< a text, or a whole number digit for digit; empty when it cannot be read
  std::string title;  ///< empty when it cannot be read
};

/// As far as it can be read from `json`, whatever is wrong with the rest of it.
[[nodiscard]] Identity identity_of(std::string_view json);

/// Where `json` has a whole number as the proposal's id.
[[nodiscard]] std::optional<Span> whole_number_id(std::string_view json);

}  // namespace ibtikar
