// Faults as the callers of the C interface get them.
#pragma once

#include <string>
#include <string_view>

#include "ibtikar/codec.h"
#include "ibtikar/diagnostic.h"

namespace ibtikar {

/// `ibtikar-faults/1`, as ibtikar/ibtikar.h describes it, with messages in a language (BCP 47). No line end
/// at the end.
[[nodiscard]] std::string faults_as_json(const Diagnostics& faults, std::string_view language,
                                         JsonStyle style);

}  // namespace ibtikar
