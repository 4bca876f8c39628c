// One writer at a time on an answers file.
//
// flock on a sidecar ".NAME.lock" (through a symlink: beside what it points to) that goes at the end: a
// process that dies holds nothing, whatever it leaves behind. The sidecar says who holds it.
#pragma once

#include <string>

#include "ibtikar/result.h"
#include "io/files/file_handle.h"

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
};

}  // namespace ibtikar::io
