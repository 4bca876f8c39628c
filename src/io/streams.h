// The process's own streams: standard output, standard error, typed lines.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "ibtikar/streams.h"

namespace ibtikar::io {

/// First act of main: where descriptor 0, 1 or 2 is closed, /dev/null is opened
/// there the wrong way round, so that using it fails and no file we open gets
/// that number.
void guard_standard_streams();

/// Says something on standard error and ends the program, without memory and without cleaning up:
/// temporary files of outputs without a name go by themselves.
[[noreturn]] void end_at_once(std::string_view told, int status);

/// Writes to a descriptor, whole, through EINTR and short writes. The first
/// failure is kept. A reader that went away (EPIPE) fails with code "closed-pipe".
class DescriptorSink final : public ByteSink {
 public:
  DescriptorSink(int descriptor, std::string name) : descriptor_(descriptor), name_(std::move(name)) {}
  Result<void> write(std::string_view bytes) override;
  /// The first failure of any write, if there was one.
  [[nodiscard]] const std::optional<Diagnostic>& failure() const { return failure_; }

 private:
  int descriptor_;
  std::string name_;
  std::optional<Diagnostic> failure_;
};

/// Longest line taken from a person or a pipe.
inline constexpr std::size_t kMaxLineBytes = std::size_t{1} << 20;

/// Lines from a descriptor, read with poll, so that a signal caught by Interrupts ends the wait at
/// once (code "interrupted"). LF or CRLF ends a line; a last line without a line end counts. A line
/// that is too long fails with code "line-too-long", and the next call continues after it.
class DescriptorLines final : public LineSource {
 public:
  DescriptorLines(int descriptor, std::string name) : descriptor_(descriptor), name_(std::move(name)) {}
  Result<std::optional<std::string>> next_line() override;
  std::string take_typed_ahead() override;

 private:
  int descriptor_;
  std::string name_;
  std::string buffer_;
  std::size_t start_ = 0;
  bool ended_ = false;
  bool dropping_ = false;
};

}  // namespace ibtikar::io
