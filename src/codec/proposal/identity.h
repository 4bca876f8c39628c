// Reads the id and title of a proposal from JSON that may be broken elsewhere, so that a rejected
// record can still be found.
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

/// Reads what it can from `json`, whatever is wrong with the rest.
[[nodiscard]] Identity identity_of(std::string_view json);

/// The place of the proposal's id in `json`, if the id is a whole number.
[[nodiscard]] std::optional<Span> whole_number_id(std::string_view json);

}  // namespace ibtikar
