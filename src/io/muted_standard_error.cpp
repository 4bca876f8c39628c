// See muted_standard_error.h.
#include "io/muted_standard_error.h"

#include <fcntl.h>
#include <unistd.h>

namespace ibtikar::io {

MutedStandardError::MutedStandardError() : before_(::fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)) {
  const FileHandle nowhere = open_file("/dev/null", O_WRONLY);
  if (before_.is_open() && nowhere.is_open()) ::dup2(nowhere.get(), STDERR_FILENO);
}

MutedStandardError::~MutedStandardError() {
  if (before_.is_open()) ::dup2(before_.get(), STDERR_FILENO);
}

}  // namespace ibtikar::io
