// A Panel as JSON (`ibtikar-panel/1`, see docs/formats.md).
#pragma once

#include <string>

#include "ibtikar/codec.h"
#include "ibtikar/panel.h"

namespace ibtikar {

/// The complete panel, without a line end at the end. Equal panels give equal bytes.
[[nodiscard]] std::string encode_panel(const Panel& panel, JsonStyle style);

}  // namespace ibtikar
