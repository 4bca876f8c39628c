// The fault of a list that is longer than limits.h allows: for who reads the list and for who checks it.
#pragma once

#include <cstddef>
#include <string>

#include "ibtikar/diagnostic.h"

namespace ibtikar {

/// "40001 scales; expected at most 1000" (code "too-many-scales"). `things`: phrase_in("how many", ...).
[[nodiscard]] Diagnostic too_many(std::string pointer, std::size_t count, const Phrase& things,
                                  std::size_t most);

}  // namespace ibtikar
