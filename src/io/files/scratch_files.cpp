// See scratch_files.h. A scratch file is a stream over a descriptor of a file without a name, with
// functions of our own beneath it (fopencookie): stdio buffers, and we see every write and read.
#include "io/files/scratch_files.h"

#include <atomic>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <string>

#include <fcntl.h>
#include <unistd.h>

#include "io/files/file_handle.h"

// As the library declares it. Defined in the program, it stands before the library's own.
extern "C" std::FILE* lxw_tmpfile(char* folder);

namespace ibtikar::io {
namespace {

/// The library's interface passes nothing through to its temporary files, so this is the process's.
std::atomic<int> first_failure{0};

void note_failure(int error) {
  int none = 0;
  first_failure.compare_exchange_strong(none, error == 0 ? EIO : error);
}

/// A stream's cookie is its descriptor.
void* cookie_of(int descriptor) {
  // NOLINTNEXTLINE(performance-no-int-to-ptr)
  return reinterpret_cast<void*>(static_cast<std::intptr_t>(descriptor));
}
int descriptor_in(void* cookie) { return static_cast<int>(reinterpret_cast<std::intptr_t>(cookie)); }

ssize_t read_some(void* cookie, char* into, std::size_t most) {
  ssize_t got = 0;
  do got = ::read(descriptor_in(cookie), into, most);
  while (got < 0 && errno == EINTR);
  if (got < 0) note_failure(errno);
  return got;
}

ssize_t write_some(void* cookie, const char* bytes, std::size_t size) {
  if (write_all(descriptor_in(cookie), {bytes, size})) return static_cast<ssize_t>(size);
  note_failure(errno);
  return 0;  // as fopencookie() wants a failed write told
}

int seek_to(void* cookie, off64_t* at, int whence) {
  const off64_t now = ::lseek64(descriptor_in(cookie), *at, whence);
  if (now < 0) {
    note_failure(errno);
    return -1;
  }
  *at = now;
  return 0;
}

int close_it(void* cookie) {
  FileHandle file(descriptor_in(cookie));
  if (file.close()) return 0;
  note_failure(errno);
  return -1;
}

/// A file in `folder` that has no name: nothing of it stays, whatever happens.
FileHandle nameless_file(const std::string& folder) {
  FileHandle file = open_file(folder, O_TMPFILE | O_RDWR, S_IRUSR | S_IWUSR);
  if (file.is_open() || (errno != EOPNOTSUPP && errno != EISDIR && errno != ENOENT)) return file;
  std::string name = folder + "/.ibtikar-XXXXXX";  // not every file system knows O_TMPFILE
  FileHandle named(::mkostemp(name.data(), O_CLOEXEC));
  if (named.is_open()) ::unlink(name.c_str());
  return named;
}

std::FILE* scratch_file(const char* folder) {
  FileHandle file = nameless_file(folder == nullptr ? "/tmp" : folder);
  if (!file.is_open()) {
    note_failure(errno);
    return nullptr;
  }
  std::FILE* stream = ::fopencookie(cookie_of(file.get()), "w+", {read_some, write_some, seek_to, close_it});
  if (stream == nullptr)
    note_failure(errno);
  else
    static_cast<void>(file.release());  // the stream's from now on
  return stream;
}

}  // namespace

Result<void> take_scratch_failure(const std::string& name) {
  const int error = first_failure.exchange(0);
  if (error == 0) return {};
  errno = error;
  return fail_errno(name, phrase("writing"));
}

}  // namespace ibtikar::io

std::FILE* lxw_tmpfile(char* folder) {
  try {
    return ibtikar::io::scratch_file(folder);
  } catch (const std::exception&) {  // no memory; the library is C
    ibtikar::io::note_failure(ENOMEM);
    return nullptr;
  }
}
