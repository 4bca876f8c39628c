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

/// The same, and the value. It has repeated members as often as they are given.
[[nodiscard]] Diagnostics parse_json(const NamedText& source, std::string_view text, Json& document);

/// precheck() and parse_json(). Results on many programs may be longer than documents that people
/// write: `most` bytes.
[[nodiscard]] Checked<Json> parse_document(const NamedText& source, Phrase expected,
                                           std::size_t most = kMaxDocumentBytes);

}  // namespace ibtikar
