// Members that say how parts become one score, and as which numbers it is shown.
#pragma once

#include "codec/json/reader.h"
#include "ibtikar/rubric.h"

namespace ibtikar {

/// `combine`, `limit`, `start` and `reached_at` of an object.
/// All of these read from the object that is at hand and note what is wrong in `faults`. Missing
/// members give the default: a weighted mean, no scale, higher is better, no groups.
///
[[nodiscard]] Combination read_combination(ObjectReader& reader, Diagnostics& faults);

/// `scale`, and `better`.
[[nodiscard]] std::optional<DisplayScale> read_display_scale(ObjectReader& reader, Diagnostics& faults);
[[nodiscard]] Better read_better(ObjectReader& reader, Diagnostics& faults);

/// `groups` of a criterion.
[[nodiscard]] std::vector<QuestionGroup> read_groups(ObjectReader& reader, Diagnostics& faults);

/// `requires` of a question.
[[nodiscard]] std::optional<CreditNeeds> read_needs(ObjectReader& reader);

/// `multiply`, `add` and `floor` of a gate.
[[nodiscard]] std::vector<Adjustment> read_adjustments(ObjectReader& reader, Diagnostics& faults);

}  // namespace ibtikar
