// See file_lock.h.
#include "io/files/file_lock.h"

#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

#include "base/safe_text.h"
#include "io/files/file_handle.h"
#include "io/files/files.h"

namespace ibtikar::io {
namespace {

std::string sidecar_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  const std::size_t name = slash == std::string::npos ? 0 : slash + 1;
  return path.substr(0, name) + "." + path.substr(name) + ".lock";
}

std::string this_process() {
  char host[256] = {};
  if (::gethostname(host, sizeof host - 1) != 0) host[0] = '\0';
  return fmt::format("process {} on {}", ::getpid(), host);
}

/// Whether `path` still names the open file: who held the lock before may have removed it meanwhile.
bool is_still_named(int descriptor, const std::string& path) {
  struct stat open {};
  struct stat named {};
  return ::fstat(descriptor, &open) == 0 && ::lstat(path.c_str(), &named) == 0 &&
         open.st_dev == named.st_dev && open.st_ino == named.st_ino;
}

}  // namespace

Result<FileLock> FileLock::acquire(const std::string& path) {
  const std::string sidecar = sidecar_of(resolved(path));
  FileHandle file;
  do {
    file = open_file(sidecar, O_RDWR | O_CREAT, 0600);
    if (!file.is_open()) return fail_errno(path, "locking");
    if (::flock(file.get(), LOCK_EX | LOCK_NB) == 0) continue;
    if (errno != EWOULDBLOCK) return fail_errno(path, "locking");
    constexpr std::size_t kMaxSidecar = 4096;
    const Result<std::string> holder = read_whole(sidecar, kMaxSidecar);
    return fail_io(path, fmt::format("another interview has this file open ({})",
                                     holder && !holder->empty() ? visible(*holder) : "unknown process"));
  } while (!is_still_named(file.get(), sidecar));
  // Who holds it is a courtesy: the lock itself does not depend on it.
  const std::string holder = this_process();
  if (::ftruncate(file.get(), 0) == 0) static_cast<void>(write_all(file.get(), holder));
  FileLock lock;
  lock.descriptor_ = file.release();
  lock.sidecar_ = sidecar;
  return lock;
}

FileLock::FileLock(FileLock&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), sidecar_(std::move(other.sidecar_)) {}

FileLock& FileLock::operator=(FileLock&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  std::swap(sidecar_, other.sidecar_);
  return *this;
}

/// Removed while it is still held: nobody else can have taken what is removed.
FileLock::~FileLock() {
  if (descriptor_ < 0) return;
  if (is_still_named(descriptor_, sidecar_)) ::unlink(sidecar_.c_str());
  ::close(descriptor_);
}

}  // namespace ibtikar::io
