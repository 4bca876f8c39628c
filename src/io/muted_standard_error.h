// MutedStandardError: standard error is closed to everyone while it lives.
//
// For a library that prints what it also returns. Nothing of ours may print meanwhile, in any
// thread.
#pragma once

#include "io/files/file_handle.h"

namespace ibtikar::io {

class MutedStandardError {
 public:
  MutedStandardError();
  MutedStandardError(const MutedStandardError&) = delete;
  MutedStandardError& operator=(const MutedStandardError&) = delete;
  ~MutedStandardError();

 private:
  FileHandle before_;
};

/// The descriptor of standard error, muted or not: for what is said when the process ends at once.
[[nodiscard]] int standard_error_beneath();

}  // namespace ibtikar::io
