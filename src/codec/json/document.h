// A JSON document read strictly, by nlohmann/json.
//
// The library takes the last of two equal members, rounds integers over 64 bits
// and recurses when it copies; here all of that is refused, with its place. No
// exception leaves this file.
#pragma once

#include <string_view>

#include <nlohmann/json.hpp>

#include "ibtikar/codec.h"
#include "ibtikar/result.h"

namespace ibtikar {

using Json = nlohmann::ordered_json;

/// Every fault of a prechecked text as JSON: the first syntax fault, or every
/// member given twice and every number out of range. Located.
[[nodiscard]] Diagnostics check_json(const NamedText& source, std::string_view text);

/// precheck(), check_json() and the value.
[[nodiscard]] Checked<Json> parse_document(const NamedText& source, Phrase expected);

}  // namespace ibtikar
