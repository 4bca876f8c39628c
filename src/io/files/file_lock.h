// One writer at a time on an answers file.
//
// The lock is a flock on a sidecar ".NAME.lock" (for a symlink: beside its target), which is
// removed at the end. A process that dies holds no lock, even if its sidecar stays. The sidecar
// says who holds the lock.
#pragma once

#include <string>

#include "ibtikar/result.h"
#include "io/files/file_handle.h"
#include "io/temporaries.h"

namespace ibtikar::io {

class FileLock {
 public:
  /// Fails (code "io") with the holder's process id and host when another process has it.
  [[nodiscard]] static Result<FileLock> acquire(const std::string& path);
  FileLock(FileLock&& other) noexcept = default;
  FileLock& operator=(FileLock&& other) noexcept;
  ~FileLock();

 private:
  FileLock() = default;
  FileHandle file_;
  std::string sidecar_;
  Temporary known_;  ///< to what ends the process before its time
};

}  // namespace ibtikar::io
