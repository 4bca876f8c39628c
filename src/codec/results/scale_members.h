// Members of an assessment's scores that only some rubrics ask for: how parts are combined, and the numbers
// that a score is shown as.
#pragma once

#include "codec/json/reader.h"
#include "codec/json/writer.h"
#include "ibtikar/assessment.h"

namespace ibtikar {

/// `scale` and `shown`, where there is a scale.
void write_scaled(JsonWriter& json, const Measure& measure, const std::optional<DisplayScale>& scale);
void read_scaled(ObjectReader& reader, Measure& measure, std::optional<DisplayScale>& scale,
                 Diagnostics& faults);

/// `combine` and what belongs to it, where that is no mean.
void write_combination(JsonWriter& json, const Combination& combination);
/// What is missing or unknown reads as a mean.
[[nodiscard]] Combination read_combination_of_score(ObjectReader& reader);

/// `multiply`, `add` and `floor` of a gate, those that there are.
void write_adjustments(JsonWriter& json, const std::vector<Adjustment>& adjustments);
[[nodiscard]] std::vector<Adjustment> read_adjustments_of_gate(ObjectReader& reader, Diagnostics& faults);

}  // namespace ibtikar
