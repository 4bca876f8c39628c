// Text in other encodings than UTF-8, converted as it is read.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "ibtikar/message.h"
#include "ibtikar/streams.h"

namespace ibtikar::io {

/// Whether the system can convert from this encoding: "windows-1256", "UTF-16".
[[nodiscard]] bool is_known_encoding(const std::string& encoding);

/// `source` as UTF-8. `encoding`: what the user says, or empty. A text that begins with the mark of
/// UTF-8 or UTF-16 is read by that mark, whatever the user says. Without an encoding, UTF-16 is also
/// known by its first line; everything else passes unchanged.
///
/// Bytes that the encoding does not have become U+FFFD. `tell` gets a sentence about an encoding
/// that was found out, and one about such bytes at the end of the input; it must live as long as
/// the result. `name` is the input's, for these sentences.
[[nodiscard]] std::unique_ptr<ByteSource> as_utf8(std::unique_ptr<ByteSource> source, std::string name,
                                                  std::string encoding, std::function<void(Message)> tell);

}  // namespace ibtikar::io
