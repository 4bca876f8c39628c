// Recognizes texts that are not the one JSON object that was asked for: a table, a list, one
// document per line. The message names them and the command that reads them. A parser would only
// complain about a brace.
#pragma once

#include <optional>
#include <string_view>

#include "ibtikar/codec.h"

namespace ibtikar {

/// What is wrong with the shape of a text that should be one object. Empty if no other shape is
/// recognized. `expected` is "a proposal object", or "assessments", for which a list and one per
/// line are fine, too.
[[nodiscard]] std::optional<Diagnostic> fault_of_shape(const NamedText& source, std::string_view text,
                                                       Phrase expected);

}  // namespace ibtikar
