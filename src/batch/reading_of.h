// A record as a reading: the answers of one assessor, from a proposal or from a saved assessment.
#pragma once

#include "codec/proposal/record.h"
#include "ibtikar/batch.h"
#include "ibtikar/scorer.h"

namespace ibtikar {

/// Whether a record that is no proposal may be a saved assessment.
[[nodiscard]] bool may_be_assessment(const Record& record);

/// The reading of a record that is a proposal, or that may_be_assessment(). `scorer` is of the
/// rubric of the batch. Fails with what is wrong with the record.
[[nodiscard]] Checked<RecordReading> reading_of(const Record& record, const Scorer& scorer,
                                                const EncodeOptions& options);

}  // namespace ibtikar
