// A Verification as JSON (`ibtikar-verification/1`): see docs/formats.md.
#pragma once

#include <string>

#include "ibtikar/verification.h"

namespace ibtikar {

/// Indented, without a line end at the end.
[[nodiscard]] std::string encode_verification(const Verification& verification);

/// "values", "not_recomputed", "not_saved"
[[nodiscard]] std::string_view name_of(RecordDifference::What what);
/// "rubric", "proposal", "engine"
[[nodiscard]] std::string_view name_of(VerificationCause::Of of);

}  // namespace ibtikar
