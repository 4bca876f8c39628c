// A checked rubric as bytes, from which it is read back without parsing and checking.
//
// An image is no file format: the build writes it, and the program that is being built reads it. It has
// neither names nor a version, numbers are in the byte order of the machine, and nothing outside the program
// sees it.
#pragma once

#include <string>
#include <string_view>

#include "ibtikar/rubric.h"

namespace ibtikar {

/// Equal rubrics give equal bytes.
[[nodiscard]] std::string encode_image(const Rubric& rubric);

/// The rubric with its digest and the places of its conditions. Requires: encode_image() of the same sources
/// wrote `image`. Bytes that are cut off are read as zeros and empty texts, never from elsewhere.
[[nodiscard]] Rubric decode_image(std::string_view image);

}  // namespace ibtikar
