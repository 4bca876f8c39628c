// Summaries as JSON: the format `ibtikar-summary/1`, described in docs/formats.md.
#pragma once

#include <string>

#include "ibtikar/codec.h"
#include "ibtikar/result.h"
#include "ibtikar/summary.h"

namespace ibtikar {

/// Indented, with a line end at the end. Equal counts give equal bytes.
[[nodiscard]] std::string encode_summary(const Summary& summary);

/// Reads the counts. The numbers computed from them are ignored.
[[nodiscard]] Checked<Summary> decode_summary(const NamedText& source);

}  // namespace ibtikar
