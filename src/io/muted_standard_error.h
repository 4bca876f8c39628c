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

}  // namespace ibtikar::io
