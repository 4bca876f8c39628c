// What every document must be before a JSON parser reads it: UTF-8 of bounded size and depth,
// without a NUL. With this, both JSON libraries agree on what is valid.
#pragma once

#include <optional>
#include <string_view>

#include "ibtikar/codec.h"
#include "ibtikar/result.h"

namespace ibtikar {

/// The text without its byte-order mark, or what is wrong with it. `expected` names what an empty
/// file lacks, such as "a proposal object". `max_bytes` may be larger for a file of many documents.
[[nodiscard]] Result<std::string_view> precheck(const NamedText& source, Phrase expected,
                                                std::size_t max_bytes = kMaxDocumentBytes);

[[nodiscard]] bool is_utf8(std::string_view text);
/// Whether the text is UTF-8 without a NUL.
[[nodiscard]] bool is_plain_text(std::string_view text);

/// What can be done about a text in another encoding.
enum class EncodingRemedy {
  save,  ///< save it as UTF-8
  name,  ///< or name its encoding with --encoding
};

/// What is wrong if it is not. `expected` says what the text should be, such as "JSON in UTF-8".
[[nodiscard]] std::optional<Diagnostic> fault_of_text(const NamedText& source, std::string_view text,
                                                      Phrase expected,
                                                      EncodingRemedy remedy = EncodingRemedy::save);

}  // namespace ibtikar
