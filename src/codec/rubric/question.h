// Reads one question of a rubric from JSON. See document.h.
#pragma once

#include "codec/json/reader.h"
#include "ibtikar/rubric.h"

namespace ibtikar {

/// Reads one element of "questions". Never fails: what is wrong is noted, and the question stays in
/// its place, so that pointers of later messages are right.
[[nodiscard]] Question read_question(const JsonNode& node, Diagnostics& faults);
/// "levels"
[[nodiscard]] std::vector<Level> read_levels(ObjectReader& reader, Need need);

/// "source": one citation, or a list of them.
[[nodiscard]] std::vector<Citation> read_citations(ObjectReader& reader);

}  // namespace ibtikar
