// A rubric's JSON document, `extends` already resolved, as a RubricDraft.
#pragma once

#include "codec/json/reader.h"
#include "ibtikar/rubric.h"

namespace ibtikar {

/// Reads every part. Faults are noted by pointer. What cannot be read gets its default, so that
/// positions in lists stay those of the document.
[[nodiscard]] RubricDraft read_rubric(const Json& document, Diagnostics& faults);

/// Reads a condition ("when").
[[nodiscard]] Condition read_condition(const Json& value, const std::string& pointer, Diagnostics& faults);
/// That of an object's member "when", if it is there.
[[nodiscard]] std::optional<Condition> read_when(ObjectReader& reader, Diagnostics& faults,
                                                 Need need = Need::optional);

}  // namespace ibtikar
