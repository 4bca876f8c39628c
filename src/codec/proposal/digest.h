// What makes two proposals the same: their content, not the way it is written.
#pragma once

#include <string>

#include "ibtikar/proposal.h"

namespace ibtikar {

/// "sha256:..." over names and answers in one fixed form. The order of members and answers, spacing
/// and line ends do not count.
[[nodiscard]] std::string digest_of(const Proposal& proposal);

}  // namespace ibtikar
