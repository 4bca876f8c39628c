// See file_lock.h.
#include "io/files/file_lock.h"

#include <cerrno>
#include <string_view>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

#include "base/safe_text.h"
#include "io/files/place.h"
#include "io/interrupts.h"

namespace ibtikar::io {
namespace {

std::string sidecar_of(const std::string& path) { return folder_of(path) + "/." + name_of(path) + ".lock"; }

constexpr std::size_t kMaxSidecar = 4096;
constexpr std::string_view kHolder = "process ";

std::string this_process() {
  char host[256] = {};
  if (::gethostname(host, sizeof host - 1) != 0) host[0] = '\0';
  return fmt::format("{}{} on {}", kHolder, ::getpid(), host);
}

/// What it says; at most kMaxSidecar bytes.
std::string content_of(const FileHandle& file) {
  std::string text(kMaxSidecar, '\0');
  const ssize_t got = uninterrupted([&] { return ::pread(file.get(), text.data(), text.size(), 0); });
  text.resize(got < 0 ? 0 : static_cast<std::size_t>(got));
  return text;
}

/// Opens the sidecar, or creates it. Never the target of a link with its name, nor a file of
/// somebody else: the sidecar is written to. `is_new`: it was created.
Result<FileHandle> open_sidecar(const std::string& sidecar, const std::string& path, bool& is_new) {
  constexpr int kHow = O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY;
  FileHandle file = open_file(sidecar, kHow | O_EXCL, 0600);
  is_new = file.is_open();
  if (!is_new && errno == EEXIST) file = open_file(sidecar, kHow, 0600);
  if (!file.is_open() && errno != ELOOP && errno != EISDIR && errno != ENXIO)
    return fail_errno(path, phrase("locking"));
  struct stat status {};
  const bool is_ours = file.is_open() && ::fstat(file.get(), &status) == 0 && S_ISREG(status.st_mode) &&
                       status.st_nlink <= 1 && (status.st_size == 0 || content_of(file).starts_with(kHolder));
  if (!is_ours)
    return fail_io(path, message("locking: {0} is there and is no lock of this program; move it away",
                                 ibtikar::quoted(sidecar)));
  return file;
}

/// Whether the name still leads to the locked file: the previous owner may have removed it at the
/// end.
bool is_still_there(const FileHandle& file, const std::string& sidecar) {
  struct stat locked {};
  struct stat named {};
  return ::fstat(file.get(), &locked) == 0 && ::lstat(sidecar.c_str(), &named) == 0 &&
         locked.st_dev == named.st_dev && locked.st_ino == named.st_ino;
}

}  // namespace

Result<FileLock> FileLock::acquire(const std::string& path) {
  const std::string sidecar = sidecar_of(place_of(path).path);
  constexpr int kMostTries = 100;
  for (int i = 0; i < kMostTries; ++i) {
    bool is_new = false;
    const SignalsHeld held;
    Result<FileHandle> file = open_sidecar(sidecar, path, is_new);
    if (!file) return fail(file.error());
    if (uninterrupted([&] { return ::flock(file->get(), LOCK_EX | LOCK_NB); }) != 0) {
      if (errno != EWOULDBLOCK) {
        const auto failure = fail_errno(path, phrase("locking"));
        if (is_new) ::unlink(sidecar.c_str());
        return failure;
      }
      const std::string holder = content_of(*file);
      return fail_io(path, message("another interview has this file open ({0})",
                                   holder.empty() ? message("unknown process") : Message::verbatim(holder)));
    }
    if (!is_still_there(*file, sidecar)) continue;
    // Who holds it is a courtesy: the lock itself does not depend on it.
    if (::ftruncate(file->get(), 0) == 0) static_cast<void>(write_all(file->get(), this_process()));
    FileLock lock;
    lock.file_ = *std::move(file);
    lock.sidecar_ = sidecar;
    lock.known_ = Temporary(sidecar);
    return lock;
  }
  return fail_io(path, message("locking: other interviews begin and end on this file just now; try again"));
}

FileLock& FileLock::operator=(FileLock&& other) noexcept {
  std::swap(file_, other.file_);
  std::swap(sidecar_, other.sidecar_);
  std::swap(known_, other.known_);
  return *this;
}

/// Removed while it is still locked: nobody else can have begun to use it.
FileLock::~FileLock() {
  if (file_.is_open()) ::unlink(sidecar_.c_str());
}

}  // namespace ibtikar::io
