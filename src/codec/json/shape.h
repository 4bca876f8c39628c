// Texts that are something else than the one JSON object that was asked for: a table, a list, one document a
// line. They are named, with the command that reads them, where a parser would complain of a brace.
#pragma once

#include <optional>
#include <string_view>

#include "ibtikar/codec.h"

namespace ibtikar {

/// What is wrong with the shape of a text that is to be one object; nothing when no other shape is seen.
/// `expected`: phrase("a proposal object"), or phrase("assessments"), of which a list and one a line are as
/// good as one.
[[nodiscard]] std::optional<Diagnostic> fault_of_shape(const NamedText& source, std::string_view text,
                                                       Phrase expected);

}  // namespace ibtikar
