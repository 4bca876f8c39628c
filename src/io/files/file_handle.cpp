// See file_handle.h.
#include "io/files/file_handle.h"
#include "base/errno_words.h"

#include <cerrno>
#include <climits>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <fmt/format.h>

#include "io/interrupts.h"

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

namespace {

FileHandle open_below(int folder, const char* path, int flags, unsigned mode) {
  return FileHandle(uninterrupted([&] { return ::openat(folder, path, flags | O_CLOEXEC, mode); }));
}

}  // namespace

FileHandle open_file(const std::string& path, int flags, unsigned mode) {
  // A folder may be deeper than one path can say: then it is gone down in steps.
  constexpr std::size_t kStep = PATH_MAX - NAME_MAX - 2;
  FileHandle folder;
  std::string_view rest = path;
  while (rest.size() >= PATH_MAX) {
    const std::size_t slash = rest.rfind('/', kStep);
    if (slash == std::string_view::npos || slash == 0) break;
    const std::string step(rest.substr(0, slash));
    FileHandle below =
        open_below(folder.is_open() ? folder.get() : AT_FDCWD, step.c_str(), O_PATH | O_DIRECTORY, 0);
    if (!below.is_open()) return below;
    folder = std::move(below);
    rest.remove_prefix(slash + 1);
  }
  return open_below(folder.is_open() ? folder.get() : AT_FDCWD, std::string(rest).c_str(), flags, mode);
}

bool file_status(const std::string& path, struct stat& status) {
  if (path.size() < PATH_MAX) return ::stat(path.c_str(), &status) == 0;
  const FileHandle file = open_file(path, O_PATH);
  return file.is_open() && ::fstat(file.get(), &status) == 0;
}

FileHandle open_to_read(const std::string& path) { return open_file(path, O_RDONLY | O_NONBLOCK | O_NOCTTY); }

bool write_all(int descriptor, std::string_view bytes) {
  int ticks = 0;  // of the alarm that comes every second behind a signal, with nothing written meanwhile
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(written));
      ticks = 0;
    } else if (errno == EAGAIN) {  // someone made our stream so
      pollfd output{descriptor, POLLOUT, 0};
      if (::poll(&output, 1, -1) < 0 && pending_signal()) ++ticks;
    } else if (errno == EINTR) {
      if (pending_signal()) ++ticks;
    } else {
      return false;
    }
    if (ticks > 1) {
      errno = ECANCELED;
      return false;
    }
  }
  return true;
}

Diagnostic interruption() {
  Diagnostic interrupted;
  interrupted.code = code_name(Code::interrupted);
  interrupted.message = message("a signal asked to stop");
  return interrupted;
}

tl::unexpected<Diagnostic> fail_writing(const std::string& name) {
  if (errno == ECANCELED) return fail(interruption());
  return fail_errno(name, phrase("writing"));
}

tl::unexpected<Diagnostic> fail_errno(const std::string& name, Phrase doing) {
  const Message why = words_of_errno(errno);
  if (Message(doing).empty()) return fail_io(name, why);
  return fail_io(name, message("{0}: {1}", doing, why));
}

}  // namespace ibtikar::io
