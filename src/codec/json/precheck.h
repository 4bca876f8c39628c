// What every document must be before a JSON parser sees it: UTF-8 of bounded
// size and depth, without a NUL. Both JSON libraries then agree on what is valid.
#pragma once

#include <optional>
#include <string_view>

#include "ibtikar/codec.h"
#include "ibtikar/result.h"

namespace ibtikar {

/// The text without its byte order mark, or what is wrong with it. `expected`
/// says what an empty file lacks: phrase("a proposal object"). A file of many documents
/// may be larger than one document.
[[nodiscard]] Result<std::string_view> precheck(const NamedText& source, Phrase expected,
                                                std::size_t max_bytes = kMaxDocumentBytes);

/// Whether the text is UTF-8 without a NUL.
[[nodiscard]] bool is_plain_text(std::string_view text);

/// What is wrong when it is not. `expected` says what else it should be: phrase("JSON in UTF-8").
[[nodiscard]] std::optional<Diagnostic> fault_of_text(const NamedText& source, std::string_view text,
                                                      Phrase expected);

}  // namespace ibtikar
