// Draws as JSON (`ibtikar-draw/1`, see docs/formats.md), and back: a draw can be repeated from it.
#pragma once

#include <string>

#include "ibtikar/codec.h"
#include "ibtikar/draw.h"

namespace ibtikar {

/// The complete draw, without a line end at the end. Equal draws give equal bytes.
[[nodiscard]] std::string encode_draw(const DrawRecord& record, JsonStyle style);

/// Reads a draw. Whether it is correct, replay() says.
[[nodiscard]] Checked<DrawRecord> decode_draw(const NamedText& source);

}  // namespace ibtikar
