// A library for LD_PRELOAD that makes one system call of a program fail: the Nth of its name that is about
// one folder or what is in it. Built as a module of its own, without sanitizers;
// tests/cli/ask_injection_test.cpp uses it.
//
//   FAIL_CALL    open, read, write, fwrite, fchmod, fsync, close or rename; new: operator new, wherever
//   FAIL_NTH     which one, from 1
//   FAIL_ERRNO   the number that errno then has; for write 0 means a short write: one byte is written
//   FAIL_LASTS   1: all that come after it fail too
//   FAIL_FOLDER  the folder, as the program names it or absolute
//   FAIL_MARK    a file, elsewhere, that is made once the call came: a test knows then that there is one
//
// A program under test has one thread here. The calls go to the kernel directly: a sanitizer's own
// versions of them are not wanted, and dlsym() may not be called as early as some of these are.
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <new>

namespace {

long counted = 0;

bool is_in_folder(const char* path) {
  const char* folder = std::getenv("FAIL_FOLDER");
  if (folder == nullptr || path == nullptr) return false;
  const std::size_t length = std::strlen(folder);
  return std::strncmp(path, folder, length) == 0 && (path[length] == '/' || path[length] == '\0');
}

bool is_in_folder(int descriptor) {
  char link[64] = "/proc/self/fd/";
  char digits[16];
  std::size_t count = 0;
  for (int rest = descriptor; rest > 0 || count == 0; rest /= 10)
    digits[count++] = static_cast<char>('0' + rest % 10);
  std::size_t length = std::strlen(link);
  while (count > 0) link[length++] = digits[--count];
  char path[4096] = {};
  return descriptor >= 0 && ::readlink(link, path, sizeof path - 1) > 0 && is_in_folder(path);
}

long number_from(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? 0 : std::strtol(value, nullptr, 10);
}

/// Whether this call is the one that fails; its errno is set then.
template <class Place>
bool fails(const char* call, Place place) {
  const char* wanted = std::getenv("FAIL_CALL");
  if (wanted == nullptr || std::strcmp(wanted, call) != 0 || !is_in_folder(place)) return false;
  const long nth = number_from("FAIL_NTH");
  ++counted;
  if (counted < nth || (counted > nth && number_from("FAIL_LASTS") == 0)) return false;
  if (const char* mark = std::getenv("FAIL_MARK"))
    ::syscall(SYS_close, ::syscall(SYS_openat, AT_FDCWD, mark, O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
  errno = static_cast<int>(number_from("FAIL_ERRNO"));
  return true;
}

bool fails_to_allocate() {
  const char* folder = std::getenv("FAIL_FOLDER");
  return folder != nullptr && fails("new", folder);
}

int open_really(const char* path, int flags, mode_t mode, int folder = AT_FDCWD) {
  if (fails("open", path)) return -1;
  return static_cast<int>(::syscall(SYS_openat, folder, path, flags, mode));
}

mode_t mode_of(int flags, va_list& more) { return (flags & O_CREAT) != 0 ? va_arg(more, mode_t) : 0; }

}  // namespace

void* operator new(std::size_t size) {
  void* memory = fails_to_allocate() ? nullptr : std::malloc(size == 0 ? 1 : size);
  if (memory != nullptr) return memory;
  if (const std::new_handler handler = std::get_new_handler()) handler();  // as the library's own does
  throw std::bad_alloc();
}
// std::stable_sort() asks so, and gives back as everyone does.
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  return fails_to_allocate() ? nullptr : std::malloc(size == 0 ? 1 : size);
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

extern "C" {

int open(const char* path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  const mode_t mode = mode_of(flags, more);
  va_end(more);
  return open_really(path, flags, mode);
}

int open64(const char* path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  const mode_t mode = mode_of(flags, more);
  va_end(more);
  return open_really(path, flags, mode);
}

int openat(int folder, const char* path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  const mode_t mode = mode_of(flags, more);
  va_end(more);
  return open_really(path, flags, mode, folder);
}

int openat64(int folder, const char* path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  const mode_t mode = mode_of(flags, more);
  va_end(more);
  return open_really(path, flags, mode, folder);
}

int __open_2(const char* path, int flags) { return open_really(path, flags, 0); }
int __open64_2(const char* path, int flags) { return open_really(path, flags, 0); }
int __openat_2(int folder, const char* path, int flags) { return open_really(path, flags, 0, folder); }
int __openat64_2(int folder, const char* path, int flags) { return open_really(path, flags, 0, folder); }

int mkostemps(char* path, int suffix, int flags) {
  if (fails("open", static_cast<const char*>(path))) return -1;
  using Function = int (*)(char*, int, int);
  void* found = ::dlsym(RTLD_NEXT, "mkostemps");
  Function real = nullptr;
  std::memcpy(&real, &found, sizeof real);
  return real(path, suffix, flags);
}

ssize_t read(int descriptor, void* bytes, size_t size) {
  if (fails("read", descriptor)) return -1;
  return ::syscall(SYS_read, descriptor, bytes, size);
}

ssize_t write(int descriptor, const void* bytes, size_t size) {
  if (fails("write", descriptor)) {
    if (errno != 0) return -1;
    size = size > 1 ? 1 : size;
  }
  return ::syscall(SYS_write, descriptor, bytes, size);
}

size_t fwrite(const void* bytes, size_t size, size_t count, FILE* stream) {
  if (fails("fwrite", ::fileno(stream))) return 0;
  using Function = size_t (*)(const void*, size_t, size_t, FILE*);
  void* found = ::dlsym(RTLD_NEXT, "fwrite");
  Function real = nullptr;
  std::memcpy(&real, &found, sizeof real);
  return real(bytes, size, count, stream);
}

int fchmod(int descriptor, mode_t mode) {
  if (fails("fchmod", descriptor)) return -1;
  return static_cast<int>(::syscall(SYS_fchmod, descriptor, mode));
}

int fsync(int descriptor) {
  if (fails("fsync", descriptor)) return -1;
  return static_cast<int>(::syscall(SYS_fsync, descriptor));
}

/// As on Linux: the descriptor is gone also when close() fails.
int close(int descriptor) {
  const bool has_failed = fails("close", descriptor);
  const int error = errno;
  const int result = static_cast<int>(::syscall(SYS_close, descriptor));
  if (!has_failed) return result;
  errno = error;
  return -1;
}

int rename(const char* from, const char* to) {
  if (fails("rename", to)) return -1;
  return static_cast<int>(::syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0));
}

}  // extern "C"
