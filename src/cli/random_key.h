// A secret for tables of ids: see base/keyed_hash.h.
#pragma once

#include "base/keyed_hash.h"

namespace ibtikar::cli {

/// Nobody can know it beforehand; what is written does not depend on it.
[[nodiscard]] HashKey random_key();

}  // namespace ibtikar::cli
