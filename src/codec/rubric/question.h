// Reads one question of a rubric from JSON. See document.h.
#pragma once

#include "codec/json/reader.h"
#include "ibtikar/rubric.h"

namespace ibtikar {

[[nodiscard]] Question read_question(const JsonNode& node, Diagnostics& faults);
[[nodiscard]] std::vector<Level> read_levels(const std::vector<JsonNode>& nodes, Diagnostics& faults);

/// "source": one citation, or a list of them.
[[nodiscard]] std::vector<Citation> read_citations(ObjectReader& reader, Diagnostics& faults);

}  // namespace ibtikar
