// Reads one question of a rubric from JSON. See document.h.
#pragma once

#include "codec/json/reader.h"
#include "ibtikar/rubric.h"

namespace ibtikar {

[[nodiscard]] Question read_question(const JsonNode& node, Diagnostics& faults);
/// "levels"
[[nodiscard]] std::vector<Level> read_levels(ObjectReader& reader, Need need);

/// "source": one citation, or a list of them.
[[nodiscard]] std::vector<Citation> read_citations(ObjectReader& reader);

}  // namespace ibtikar
