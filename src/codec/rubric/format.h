// Whether a document says that it is a rubric this program can read.
#pragma once

#include "codec/json/document.h"

namespace ibtikar {

/// The `format` member, checked; a proposal or an assessment in a rubric's place
/// is named as such. Located diagnostics.
[[nodiscard]] Diagnostics check_rubric_format(const NamedText& source, const Json& document);

/// The same for any format: `expected` is "ibtikar-rubric/1", `found` what the
/// document says (nothing when it says nothing), `needed` whether it must.
[[nodiscard]] std::optional<Diagnostic> check_format(std::string_view expected,
                                                     const std::optional<std::string>& found);

}  // namespace ibtikar
