// Whether a document declares that it is a rubric that this program can read.
#pragma once

#include "codec/json/document.h"

namespace ibtikar {

/// Checks the `format` member. A proposal or an assessment in place of a rubric is named as such.
/// The diagnostics are located.
[[nodiscard]] Diagnostics check_rubric_format(const NamedText& source, const Json& document);

/// The same for any format: `expected` is "ibtikar-rubric/1", `found` what the
/// document says (nothing when it says nothing), `needed` whether it must.
[[nodiscard]] std::optional<Diagnostic> check_format(std::string_view expected,
                                                     const std::optional<std::string>& found);

}  // namespace ibtikar
