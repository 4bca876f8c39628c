// See precheck.h. The checks are in the order of the best message: a workbook is named as a
// workbook, not as a text with a bad byte, and a table as a table, not as JSON with a missing
// brace.
#include "codec/json/precheck.h"

#include <algorithm>

#include <fmt/format.h>
#include <simdjson.h>

#include "base/code_page.h"
#include "base/file_kind.h"
#include "base/utf8.h"
#include "codec/json/scan.h"
#include "codec/json/shape.h"

namespace ibtikar {
namespace {

/// These faults have no pointer: a text that is no JSON has no members that it could lead to.
Diagnostic fault_at(const NamedText& source, std::string_view text, std::size_t offset, CodeName code,
                    Message message) {
  Diagnostic fault = error_at("", std::move(code), std::move(message));
  fault.file = source.name;
  fault.position = position_of(text, offset);
  return fault;
}

/// In hexadecimal: the bytes of a binary file must not reach a terminal.
std::string first_bytes(std::string_view bytes) {
  std::string hex;
  for (const char byte : bytes.substr(0, 4))
    hex += fmt::format("{}{:02X}", hex.empty() ? "" : " ", static_cast<unsigned char>(byte));
  return hex;
}

/// So many bytes show what most of a text is.
constexpr std::size_t kSample = std::size_t{64} << 10;

/// Three cases that look alike to a decoder: a binary file, one wrong byte in a text that is UTF-8
/// otherwise, and a text in another encoding. Each needs other advice.
Diagnostic not_utf8(const NamedText& source, std::string_view text, std::size_t offset, Phrase expected,
                    EncodingRemedy remedy) {
  const Message looks_like = likely_encoding(text);
  if (looks_like.empty())
    return fault_at(
        source, text, offset, "not-text",
        message("this is no text (it begins with the bytes {0}); expected {1}", first_bytes(text), expected));
  const std::string byte = fmt::format("<{:02X}>", static_cast<unsigned char>(text[offset]));
  if (is_mostly_utf8(text.substr(0, kSample)))
    return fault_at(source, text, offset, Code::not_utf8,
                    message("byte {0} is not UTF-8, unlike the rest; correct the text there", byte));
  return fault_at(
      source, text, offset, Code::not_utf8,
      remedy == EncodingRemedy::name
          ? message(
                "byte {0} is not UTF-8; it looks like {1}. Add `--encoding {1}`, or save the file as UTF-8",
                byte, looks_like)
          : message("byte {0} is not UTF-8 (it looks like {1}); save the file as UTF-8", byte, looks_like));
}

/// A value takes up to 200 bytes when it is read, and two in a text. So many any document may have,
/// and one more for each kBytesPerValue: with that, reading takes at most ten times what a text has.
constexpr std::size_t kFreeValues = 400'000;
constexpr std::size_t kBytesPerValue = 10;

struct Excess {
  std::size_t offset = 0;
  bool is_of_depth = false;  ///< else of values
};

/// Where nesting or the number of values exceeds its limit first. The text need not be valid JSON:
/// this check protects the parser, so it comes before parsing.
std::optional<Excess> excess_of(std::string_view text, std::size_t most_values) {
  std::size_t depth = 0;
  std::size_t values = 0;
  bool in_string = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (in_string) {
      if (c == '\\') ++at;
      if (c == '"') in_string = false;
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[') {
      if (++depth > kMaxDepth) return Excess{at, true};
      if (++values > most_values) return Excess{at, false};
    } else if (c == ',') {
      if (++values > most_values) return Excess{at, false};
    } else if ((c == '}' || c == ']') && depth > 0) {
      --depth;
    }
  }
  return std::nullopt;
}

}  // namespace

bool is_utf8(std::string_view text) { return simdjson::validate_utf8(text.data(), text.size()); }

// RFC 8259 allows no NUL outside of escapes, and a NUL in a CSV comes from a damaged file. C
// libraries below would take it for the end of the text.
bool is_plain_text(std::string_view text) {
  return is_utf8(text) && text.find('\0') == std::string_view::npos;
}

std::optional<Diagnostic> fault_of_text(const NamedText& source, std::string_view text, Phrase expected,
                                        EncodingRemedy remedy) {
  // simdjson is fast but only says whether the text is valid. The slow search for the place runs
  // only if it is not.
  if (!simdjson::validate_utf8(text.data(), text.size()))
    return not_utf8(source, text, first_invalid_utf8(text).value_or(0), expected, remedy);
  const auto nul = text.find('\0');
  if (nul == std::string_view::npos) return std::nullopt;
  // UTF-16 of English text is valid UTF-8 with NUL bytes in between. Naming the encoding helps;
  // naming the NUL does not.
  if (!likely_encoding(text).empty()) return not_utf8(source, text, nul, expected, remedy);
  return fault_at(source, text, nul, "nul-byte", message("a NUL byte; expected text"));
}

// RFC 8259, section 8.1, lets a reader ignore a byte-order mark. Windows editors write one, so it
// is skipped here, once; a second one is a fault.
Result<std::string_view> precheck(const NamedText& source, Phrase expected, std::size_t max_bytes) {
  std::string_view text = source.text;
  if (text.size() > max_bytes)
    return fail(fault_at(source, text, max_bytes, Code::too_large,
                         message("{0} bytes; expected at most {1}", text.size(), max_bytes)));
  if (auto fault = fault_of_kind(source.name, text, phrase("JSON in UTF-8"))) return fail(*std::move(fault));
  if (text.substr(0, kByteOrderMark.size()) == kByteOrderMark) text.remove_prefix(kByteOrderMark.size());
  if (auto fault = fault_of_text(source, text, phrase("JSON in UTF-8"))) return fail(*std::move(fault));
  if (text.find_first_not_of(" \t\r\n") == std::string_view::npos)
    return fail(fault_at(source, text, text.size(), "empty", message("empty: expected {0}", expected)));
  const std::size_t most_values = kFreeValues + text.size() / kBytesPerValue;
  if (const auto excess = excess_of(text, most_values))
    return fail(excess->is_of_depth
                    ? fault_at(source, text, excess->offset, "too-deep",
                               message("nested deeper than {0} levels", kMaxDepth))
                    : fault_at(source, text, excess->offset, "too-many-values",
                               message("more than {0} values; expected fewer in a document of {1} bytes",
                                       most_values, text.size())));
  if (auto fault = fault_of_shape(source, text, expected)) return fail(*std::move(fault));
  return text;
}

}  // namespace ibtikar
