// See file_handle.h.
#include "io/file_handle.h"

#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

#include <fmt/format.h>

namespace ibtikar::io {

FileHandle& FileHandle::operator=(FileHandle&& other) noexcept {
  if (this != &other) {
    if (descriptor_ >= 0) ::close(descriptor_);
    descriptor_ = other.release();
  }
  return *this;
}

FileHandle::~FileHandle() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

int FileHandle::release() { return std::exchange(descriptor_, -1); }

bool FileHandle::close() {
  // After EINTR Linux has closed the descriptor; trying again could close someone else's.
  return ::close(release()) == 0 || errno == EINTR;
}

FileHandle open_file(const std::string& path, int flags, unsigned mode) {
  int descriptor = -1;
  do descriptor = ::open(path.c_str(), flags | O_CLOEXEC, mode);
  while (descriptor < 0 && errno == EINTR);
  return FileHandle(descriptor);
}

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

tl::unexpected<Diagnostic> fail_errno(const std::string& name, std::string_view doing) {
  const int error = errno;
  if (doing.empty()) return fail_io(name, std::strerror(error));
  return fail_io(name, fmt::format("{}: {}", doing, std::strerror(error)));
}

}  // namespace ibtikar::io
