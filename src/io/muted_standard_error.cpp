// See muted_standard_error.h.
#include "io/muted_standard_error.h"

#include <atomic>

#include <fcntl.h>
#include <unistd.h>

namespace ibtikar::io {
namespace {

// Memory may end anywhere, so what is said then can reach nothing but a global.
std::atomic<int> beneath{STDERR_FILENO};

}  // namespace

MutedStandardError::MutedStandardError() : before_(::fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)) {
  const FileHandle nowhere = open_file("/dev/null", O_WRONLY);
  if (!before_.is_open() || !nowhere.is_open()) return;
  beneath.store(before_.get());
  ::dup2(nowhere.get(), STDERR_FILENO);
}

MutedStandardError::~MutedStandardError() {
  if (before_.is_open()) ::dup2(before_.get(), STDERR_FILENO);
  beneath.store(STDERR_FILENO);
}

int standard_error_beneath() { return beneath.load(); }

}  // namespace ibtikar::io
