// A file descriptor that closes itself, and how failures of the system are said.
#pragma once

#include <cerrno>
#include <string>
#include <string_view>

#include <sys/stat.h>

#include "ibtikar/result.h"

namespace ibtikar::io {

class FileHandle {
 public:
  FileHandle() = default;
  explicit FileHandle(int descriptor) : descriptor_(descriptor) {}
  FileHandle(FileHandle&& other) noexcept : descriptor_(other.release()) {}
  FileHandle& operator=(FileHandle&& other) noexcept;
  ~FileHandle();

  [[nodiscard]] int get() const { return descriptor_; }
  [[nodiscard]] bool is_open() const { return descriptor_ >= 0; }
  [[nodiscard]] int release();
  /// Closes and says whether that worked: a network file system may fail only here.
  [[nodiscard]] bool close();

 private:
  int descriptor_ = -1;
};

/// Makes a system call again while a signal interrupts it: on a network file system any may be.
template <class Call>
[[nodiscard]] auto uninterrupted(const Call& call) {
  auto result = call();
  while (result < 0 && errno == EINTR) result = call();
  return result;
}

/// open(2) through EINTR, closed on exec; also of a path that is longer than the system takes at
/// once.
[[nodiscard]] FileHandle open_file(const std::string& path, int flags, unsigned mode = 0);

/// stat(2), of such a path too. False: errno says why.
[[nodiscard]] bool file_status(const std::string& path, struct stat& status);

/// open(2) for reading that waits for nobody: not for a writer of a FIFO, not for a terminal's
/// line. Reads then fail with EAGAIN; wait_to_read() first.
[[nodiscard]] FileHandle open_to_read(const std::string& path);

/// Writes everything, despite EINTR and short writes. If a signal asked to stop and the reader
/// takes nothing for a second, it fails with ECANCELED.
[[nodiscard]] bool write_all(int descriptor, std::string_view bytes);

/// A failure of write_all(): fail_errno(name, phrase("writing")), or code "interrupted".
[[nodiscard]] tl::unexpected<Diagnostic> fail_writing(const std::string& name);

/// Code "interrupted": a signal asked to stop.
[[nodiscard]] Diagnostic interruption();

/// "NAME: what it was doing: why" ("NAME: why" when that goes without saying), from errno.
[[nodiscard]] tl::unexpected<Diagnostic> fail_errno(const std::string& name, Phrase doing);

}  // namespace ibtikar::io
