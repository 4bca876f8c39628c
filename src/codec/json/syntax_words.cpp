// See syntax_words.h. The message of the library is "syntax error while parsing CONTEXT - FOUND;
// last read: 'INPUT'; expected EXPECTED". FOUND is "unexpected TOKEN" or a sentence of its lexer.
//
// The words of the library are a closed set, so they can be translated like ours. A new version may
// add some; these stay in English.
#include "codec/json/syntax_words.h"

#include <string>

#include "base/safe_text.h"

namespace ibtikar {
namespace {

constexpr Phrase kParts[] = {
    phrase("value"),
    phrase("object key"),
    phrase("object separator"),
    phrase("object"),
    phrase("array"),
    phrase("end of input"),
    phrase("string literal"),
    phrase("number literal"),
    phrase("true literal"),
    phrase("false literal"),
    phrase("null literal"),
    phrase("'[', '{{', or a literal"),
    phrase("',' or '}}'"),
    phrase("',' or ']'"),
    phrase("invalid literal"),
    phrase("invalid string: missing closing quote"),
    phrase("invalid string: '\\u' must be followed by 4 hex digits"),
    phrase("invalid string: forbidden character after backslash"),
    phrase("invalid number; expected digit after '-'"),
    phrase("invalid number; expected digit after '.'"),
    phrase("invalid number; expected digit after exponent sign"),
};

/// The text after `begin`, up to `end` or the end of the text.
std::string_view between(std::string_view text, std::string_view begin, std::string_view end) {
  const std::size_t at = text.find(begin);
  if (at == std::string_view::npos) return {};
  text.remove_prefix(at + begin.size());
  return text.substr(0, text.find(end));
}

Message known_part(std::string_view part) {
  for (const Phrase& known : kParts)
    if (Message(known).english() == part) return known;
  return Message::verbatim(visible(part));
}

/// "invalid string: control character U+0009 (HT) must be escaped to \u0009 or \t"
Message control_character(std::string_view found) {
  return message("invalid string: control character {0} must be escaped to {1}",
                 between(found, "control character ", " must"), between(found, "escaped to ", "\n"));
}

Message found_part(std::string_view found) {
  constexpr std::string_view kUnexpected = "unexpected ";
  if (found.starts_with(kUnexpected))
    return message("unexpected {0}", known_part(found.substr(kUnexpected.size())));
  if (found.find("control character ") != std::string_view::npos) return control_character(found);
  return known_part(found);
}

}  // namespace

// The library does not promise its texts. What does not match stays as it is, in English: a message
// that is not translated is better than one that is lost.
Message syntax_fault(std::string_view complaint) {
  constexpr std::string_view kExpected = "; expected ";
  const std::string_view found = between(complaint, " - ", "; last read: ");
  if (found.find("surrogate") != std::string_view::npos)
    return message("lone surrogate; expected a pair {0}", "\\uD800-\\uDBFF, \\uDC00-\\uDFFF");
  const Message where =
      message("while parsing {0} - {1}", known_part(between(complaint, "while parsing ", " - ")),
              found_part(found.substr(0, found.find(kExpected))));
  // The input may contain anything, even "; expected ". The library's own comes last.
  const std::size_t at = complaint.rfind(kExpected);
  if (at == std::string_view::npos) return where;
  std::string expected(complaint.substr(at + kExpected.size()));
  // The library names only the closing bracket. After a complete value a comma is just as possible,
  // and forgetting it is the more common mistake.
  if (expected == "'}'" || expected == "']'") expected.insert(0, "',' or ");
  return message("{0}; expected {1}", where, known_part(expected));
}

}  // namespace ibtikar
