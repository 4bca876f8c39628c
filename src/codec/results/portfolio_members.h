// Members that results on many programs share (`ibtikar-panel/1`, `ibtikar-ranking/1`): what they
// were computed with, and which readings were left out.
#pragma once

#include <string_view>
#include <vector>

#include "codec/json/reader.h"
#include "codec/json/writer.h"
#include "ibtikar/readings.h"
#include "ibtikar/rubric.h"

namespace ibtikar {

/// "rubric" and "engine".
void write_computed_with(JsonWriter& json, const Rubric& rubric);

void write_conflicts(JsonWriter& json, const std::vector<Conflict>& conflicts);
/// Empty for a missing member: rankings of version 0.1.0 lack it.
[[nodiscard]] std::vector<Conflict> read_conflicts(ObjectReader& reader, Diagnostics& faults);

}  // namespace ibtikar
