// A JSON document, read strictly with nlohmann/json.
//
// The library takes the last of two equal members, rounds integers of more than 64 bits, and
// recurses when it copies. All of that is refused here, with its place. No exception leaves this
// file.
#pragma once

#include <string_view>

#include <nlohmann/json.hpp>

#include "ibtikar/codec.h"
#include "ibtikar/result.h"

namespace ibtikar {

using Json = nlohmann::ordered_json;

/// Every fault of a prechecked text: the first syntax fault, or every repeated member and every
/// number out of range. Each has its place.
[[nodiscard]] Diagnostics check_json(const NamedText& source, std::string_view text);

/// precheck(), check_json() and the value.
[[nodiscard]] Checked<Json> parse_document(const NamedText& source, Phrase expected);

}  // namespace ibtikar
