// What a mapping is called.
#pragma once

#include "ibtikar/codec.h"
#include "ibtikar/localized.h"

namespace ibtikar {

/// The title of a mapping, without a look at the rest: that can be checked against a rubric only.
/// Empty if there is none.
[[nodiscard]] LocalizedText title_of_mapping(const NamedText& source);

}  // namespace ibtikar
