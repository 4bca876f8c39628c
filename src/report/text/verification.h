// A Verification as text: the same, or what differs and why.
#pragma once

#include <string>

#include "ibtikar/report.h"
#include "ibtikar/verification.h"

namespace ibtikar {

[[nodiscard]] std::string verification_text(const Verification& verification, const TextOptions& options);

}  // namespace ibtikar
