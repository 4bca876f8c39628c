// A Verification as JSON (`ibtikar-verification/1`): see docs/formats.md.
#pragma once

#include <string>

#include "ibtikar/verification.h"

namespace ibtikar {

/// Indented, without a line end at the end.
[[nodiscard]] std::string encode_verification(const Verification& verification);

}  // namespace ibtikar
