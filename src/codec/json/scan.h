// Walks the text of a JSON document that is known to be valid.
//
// Parsers give values without places. To show a fault, or to keep a value exactly as it was
// written, these functions find its bytes. Requires: valid JSON, checked before. The functions do
// not look for faults.
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

/// The value of the document, without the blanks around it.
[[nodiscard]] Span root_span(std::string_view text);

/// The members of an object in order, including repeated ones. Empty for other kinds of values.
[[nodiscard]] std::vector<MemberSpan> members_of(std::string_view text, Span object);

/// The same one by one, without a list. first_member() gives the place of the first member;
/// next_member() reads the member at `at` and moves `at` to the next one. Text that is not valid
/// JSON does no harm, but what is found there may be no member.
[[nodiscard]] std::size_t first_member(std::string_view text, Span object);
[[nodiscard]] std::optional<MemberSpan> next_member(std::string_view text, Span object, std::size_t& at);

/// The name of the member at `at`, which next_member() has read before.
[[nodiscard]] std::string member_name_at(std::string_view text, std::size_t at);

/// The same for the elements of an array.
[[nodiscard]] std::size_t first_element(std::string_view text, Span array);
[[nodiscard]] std::optional<Span> next_element(std::string_view text, Span array, std::size_t& at);

/// The elements of an array. Empty for other kinds of values.
[[nodiscard]] std::vector<Span> elements_of(std::string_view text, Span array);

/// The text of a JSON string, which is given with its quotation marks.
[[nodiscard]] std::string unescape(std::string_view json_string);

/// The text without the blanks between its values and without a byte-order mark.
[[nodiscard]] std::string without_blanks(std::string_view text);

/// Moves the places of faults in a part of a text to its place in the whole; `begin` is where the part
/// starts.
void shift(Diagnostics& faults, Position begin);

/// Line and column of a byte: columns count code points; LF, CRLF and CR end a line.
[[nodiscard]] Position position_of(std::string_view text, std::size_t offset);

}  // namespace ibtikar
