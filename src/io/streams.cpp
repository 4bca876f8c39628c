// See streams.h.
#include "io/streams.h"

#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

#include "io/files/file_handle.h"
#include "io/interrupts.h"
#include "io/muted_standard_error.h"
#include "io/temporaries.h"
#include "io/terminal/terminal.h"

namespace ibtikar::io {

void guard_standard_streams() {
  for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(descriptor, F_GETFD) >= 0 || errno != EBADF) continue;
    // The lowest free number is this one: those below are open by now.
    FileHandle placeholder(::open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY));
    if (placeholder.get() == descriptor) static_cast<void>(placeholder.release());
  }
}

void end_at_once(std::string_view told, int status) {
  remove_temporaries();  // no destructor does it
  static_cast<void>(write_all(standard_error_beneath(), told));
  ::_exit(status);
}

Result<void> DescriptorSink::write(std::string_view bytes) {
  if (failure_) return fail(*failure_);
  if (write_all(descriptor_, bytes)) return {};
  const bool reader_left = errno == EPIPE;
  if (errno == ECANCELED) return fail(interruption());
  Diagnostic failure = fail_errno(name_, {}).value();
  if (reader_left) failure.code = code_name(Code::closed_pipe);
  failure_ = failure;
  return fail(std::move(failure));
}

Result<std::optional<std::string>> DescriptorLines::next_line() {
  while (true) {
    const std::size_t end = buffer_.find('\n', start_);
    if (end != std::string::npos || (ended_ && start_ < buffer_.size())) {
      const std::size_t stop = end == std::string::npos ? buffer_.size() : end;
      std::string line = buffer_.substr(start_, stop - start_);
      start_ = end == std::string::npos ? stop : stop + 1;
      if (std::exchange(dropping_, false)) continue;  // the rest of a line that was too long
      if (!line.empty() && line.back() == '\r') line.pop_back();
      return std::optional<std::string>(std::move(line));
    }
    if (ended_) return std::optional<std::string>();
    buffer_.erase(0, std::exchange(start_, 0));
    if (buffer_.size() > kMaxLineBytes) {
      buffer_.clear();
      if (std::exchange(dropping_, true)) continue;
      Diagnostic fault =
          error_at("", Code::line_too_long, message("the line is too long; expected at most a mebibyte"));
      fault.file = name_;
      return fail(std::move(fault));
    }
    if (!wait_to_read(descriptor_)) return fail(interruption());
    char bytes[4096];
    const ssize_t got = ::read(descriptor_, bytes, sizeof bytes);
    if (got < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    if (got < 0) return fail_errno(name_, phrase("reading"));
    if (got == 0) ended_ = true;
    buffer_.append(bytes, static_cast<std::size_t>(got));
  }
}

std::string DescriptorLines::take_typed_ahead() {
  if (::isatty(descriptor_) != 1) return {};
  std::string typed = buffer_.substr(start_) + read_typed_ahead(descriptor_);
  buffer_.clear();
  start_ = 0;
  return typed;
}

}  // namespace ibtikar::io
