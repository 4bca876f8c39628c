// One writer at a time on an answers file.
//
// flock on a sidecar ".NAME.lock" (through a symlink: beside what it points to), which goes with the lock. A
// process that dies holds nothing; the sidecar that it leaves is taken over. The sidecar says who holds it.
#pragma once

#include <string>

#include "ibtikar/result.h"

namespace ibtikar::io {

class FileLock {
 public:
  /// Fails (code "io") with the holder's process id and host when another process has it.
  [[nodiscard]] static Result<FileLock> acquire(const std::string& path);
  FileLock(FileLock&& other) noexcept;
  FileLock& operator=(FileLock&& other) noexcept;
  ~FileLock();

 private:
  FileLock() = default;
  int descriptor_ = -1;
  std::string sidecar_;
};

}  // namespace ibtikar::io
