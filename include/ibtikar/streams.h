// The world as the layers below `io` see it: a few one-method interfaces.
//
// `io` implements them over files and terminals, tests over memory with faults
// on demand. The only virtual functions of the program stand here.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "ibtikar/result.h"

namespace ibtikar {

/// Somewhere bytes go: standard output, a file, a test's string.
class ByteSink {
 public:
  virtual ~ByteSink() = default;
  /// Writes all of `bytes` or fails.
  virtual Result<void> write(std::string_view bytes) = 0;
};

/// Somewhere bytes come from: a file, a pipe, a file unpacked on the way, a test's string.
class ByteSource {
 public:
  virtual ~ByteSource() = default;
  /// Puts up to `most` bytes at `into` and says how many; 0 at the end of input.
  virtual Result<std::size_t> read(char* into, std::size_t most) = 0;
  /// Whether read() would have to wait for whoever writes: a pipe with nothing in it just now.
  [[nodiscard]] virtual bool would_wait() const { return false; }
};

/// Somewhere typed lines come from: a terminal, a pipe, a test's list.
class LineSource {
 public:
  virtual ~LineSource() = default;
  /// The next line without its line end; nothing at the end of input. Fails
  /// when reading fails, or with code "interrupted" when a signal asked to stop.
  virtual Result<std::optional<std::string>> next_line() = 0;
  /// Takes what was typed or pasted on a terminal and not read yet, lines and a
  /// beginning of one, and what comes at once behind it. Elsewhere every line
  /// counts, and nothing is taken.
  virtual std::string take_typed_ahead() { return {}; }
};

}  // namespace ibtikar
