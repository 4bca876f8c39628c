// The outside world as the layers below `io` see it: a few interfaces with few methods.
//
// `io` implements them over files and terminals, tests over memory, with failures on demand. The
// only virtual functions of the program are here.
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
  /// Puts up to `most` bytes at `into` and returns their number; 0 at the end of input.
  virtual Result<std::size_t> read(char* into, std::size_t most) = 0;
  /// Whether read() would have to wait for the writer: a pipe that is empty at the moment.
  [[nodiscard]] virtual bool would_wait() const { return false; }
};

/// Somewhere typed lines come from: a terminal, a pipe, a test's list.
class LineSource {
 public:
  virtual ~LineSource() = default;
  /// The next line without its line end; empty optional at the end of input. Fails if reading
  /// fails, or with code "interrupted" if a signal asked to stop.
  virtual Result<std::optional<std::string>> next_line() = 0;
  /// Removes and returns what was typed or pasted on a terminal but not read yet, including an
  /// incomplete line and what follows immediately. Elsewhere every line counts, and nothing is
  /// removed.
  virtual std::string take_typed_ahead() { return {}; }
};

}  // namespace ibtikar
