// Walking the text of a JSON document that is known to be valid.
//
// Parsers give values without places. When a fault is to be shown, or a value
// is to be kept exactly as it was written, these functions find its bytes.
// Requires: valid JSON (checked before); they do not look for faults.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ibtikar/diagnostic.h"

namespace ibtikar {

/// The bytes [begin, end) of a text.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  friend bool operator==(const Span&, const Span&) = default;
};

struct MemberSpan {
  std::string name;  ///< unescaped
  Span name_span;    ///< with its quotation marks
  Span value;
};

/// The document's one value, without the blanks around it.
[[nodiscard]] Span root_span(std::string_view text);

/// An object's members in order, repeated ones too; nothing for another kind of value.
[[nodiscard]] std::vector<MemberSpan> members_of(std::string_view text, Span object);

/// The same one by one, without a list of all: where the first member of an object is, and the member at
/// `at`, which then is where the next one is. A text that is not valid JSON does no harm; what is found there
/// may be no member.
[[nodiscard]] std::size_t first_member(std::string_view text, Span object);
[[nodiscard]] std::optional<MemberSpan> next_member(std::string_view text, Span object, std::size_t& at);

/// An array's elements; nothing for another kind of value.
[[nodiscard]] std::vector<Span> elements_of(std::string_view text, Span array);

/// What a JSON string (with its quotation marks) says.
[[nodiscard]] std::string unescape(std::string_view json_string);

/// The text without the blanks between its values, and without a byte order mark.
[[nodiscard]] std::string without_blanks(std::string_view text);

/// Line and column of a byte: columns count code points; LF, CRLF and CR end a line.
[[nodiscard]] Position position_of(std::string_view text, std::size_t offset);

}  // namespace ibtikar
