// The mappings of rubrics/mappings/ as they were when the program was built: what published standards call
// the columns of their tables.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "ibtikar/codec.h"

namespace ibtikar {

/// "360giving" and so on, sorted. The views last as long as the program.
[[nodiscard]] std::vector<std::string_view> builtin_mappings();

/// The text of the mapping `name`, under the name that messages call it. Empty if there is none.
[[nodiscard]] std::optional<NamedText> builtin_mapping(std::string_view name);

/// The JSON Schema of mappings.
[[nodiscard]] std::string_view mapping_schema();

}  // namespace ibtikar
