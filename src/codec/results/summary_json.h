// Summaries as JSON: the format `ibtikar-summary/1`, described in docs/formats.md.
#pragma once

#include <string>
#include <string_view>

#include "ibtikar/codec.h"
#include "ibtikar/result.h"
#include "ibtikar/summary.h"

namespace ibtikar {

inline constexpr std::string_view kSummaryFormat = "ibtikar-summary/1";

/// Indented, ended by a line end. The same counts give the same bytes.
[[nodiscard]] std::string encode_summary(const Summary& summary);

/// Reads the counts; what was worked out from them is not looked at.
[[nodiscard]] Checked<Summary> decode_summary(const NamedText& source);

}  // namespace ibtikar
