// A library for LD_PRELOAD that makes one system call of a program fail: the Nth of its kind that is about
// one folder or what is in it. Built as a module of its own, without sanitizers.
// tests/support/fault_sweep.cpp and tests/cli/ask_injection_test.cpp use it; failing_memory.cpp does the same
// for malloc().
//
//   FAIL_CALL    open, read, write, fsync, close, closeread, rename, stat, unlink, ftruncate, seek, mkdir,
//   fchmod,
//                list, path, map, lock; fopen, fread, fwrite, fclose: the same by libraries, in stdio;
//                thread: making one; new: operator new, wherever
//   FAIL_NTH     which one, from 1
//   FAIL_ERRNO   the number that errno then has; of read and write 0 is a short one: of one byte
//   FAIL_LASTS   1: all that come after it fail too
//   FAIL_FOLDER  the folder, as the program names it or absolute
//   FAIL_MARK    a file, elsewhere, that is made once the call came: a test knows then that there is one
//
// The calls go to the kernel directly: a sanitizer's own versions of them are not wanted, and dlsym() may not
// be called as early as some of these are.
#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <climits>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <new>

namespace {

std::atomic<long> counted{0};

bool begins_with_folder(const char* path) {
  const char* folder = std::getenv("FAIL_FOLDER");
  if (folder == nullptr) return false;
  const std::size_t length = std::strlen(folder);
  return std::strncmp(path, folder, length) == 0 && (path[length] == '/' || path[length] == '\0');
}

bool is_in_folder(const char* path) {
  if (path == nullptr) return false;
  if (path[0] == '/' || begins_with_folder(path)) return begins_with_folder(path);
  char whole[2 * PATH_MAX] = {};
  if (::syscall(SYS_getcwd, whole, PATH_MAX) <= 0) return false;
  const std::size_t length = std::strlen(whole);
  if (length + 1 + std::strlen(path) + 1 > sizeof whole) return false;
  whole[length] = '/';
  std::strcpy(whole + length + 1, path);
  return begins_with_folder(whole);
}

bool is_in_folder(int descriptor) {
  char link[64] = "/proc/self/fd/";
  char digits[16];
  std::size_t count = 0;
  for (int rest = descriptor; rest > 0 || count == 0; rest /= 10)
    digits[count++] = static_cast<char>('0' + rest % 10);
  std::size_t length = std::strlen(link);
  while (count > 0) link[length++] = digits[--count];
  char path[PATH_MAX] = {};
  if (descriptor < 0 || ::syscall(SYS_readlinkat, AT_FDCWD, link, path, sizeof path - 1) <= 0) return false;
  return begins_with_folder(path) || std::strncmp(path, "/memfd:ibtikar", 14) == 0;
}

/// What a library has of a file: /proc/self/fd/N.
bool is_in_folder_by_link(const char* path) {
  constexpr char kLinks[] = "/proc/self/fd/";
  if (std::strncmp(path, kLinks, sizeof kLinks - 1) != 0) return is_in_folder(path);
  return is_in_folder(std::atoi(path + sizeof kLinks - 1));
}

long number_from(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? 0 : std::strtol(value, nullptr, 10);
}

bool is_wanted(const char* call) {
  const char* wanted = std::getenv("FAIL_CALL");
  return wanted != nullptr && std::strcmp(wanted, call) == 0;
}

/// Whether this one of the calls that count is the one that fails; its errno is set then.
bool fails_now() {
  const long nth = number_from("FAIL_NTH");
  const long number = ++counted;
  if (number < nth || (number > nth && number_from("FAIL_LASTS") == 0)) return false;
  if (const char* mark = std::getenv("FAIL_MARK"))
    ::syscall(SYS_close, ::syscall(SYS_openat, AT_FDCWD, mark, O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
  errno = static_cast<int>(number_from("FAIL_ERRNO"));
  return true;
}

template <class Place>
bool fails(const char* call, Place place) {
  const int before = errno;
  if (is_wanted(call) && is_in_folder(place) && fails_now()) return true;
  errno = before;
  return false;
}

/// The same of a stream: one over functions of the program has no descriptor, and none of these is counted.
bool fails_in_stdio(const char* call, FILE* stream) {
  if (!is_wanted(call)) return false;
  const int before = errno;
  const int descriptor = ::fileno(stream);
  errno = before;
  return fails(call, descriptor);
}

bool fails_to_allocate() { return is_wanted("new") && fails_now(); }

/// The function that the program would have called without us.
template <class Function>
Function* real(const char* name) {
  void* found = ::dlsym(RTLD_NEXT, name);
  Function* function = nullptr;
  std::memcpy(&function, &found, sizeof function);
  return function;
}

int open_really(const char* path, int flags, mode_t mode, int folder = AT_FDCWD) {
  const bool is_below = folder != AT_FDCWD && path[0] != '/';
  if (is_below ? fails("open", folder) : fails("open", path)) return -1;
  return static_cast<int>(::syscall(SYS_openat, folder, path, flags, mode));
}

mode_t mode_of(int flags, va_list& more) {
  return (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(more, mode_t) : 0;
}

/// How many bytes a read or write may have, or -1: it fails.
long bytes_for(const char* call, int descriptor, std::size_t size) {
  if (!fails(call, descriptor)) return static_cast<long>(size);
  return errno != 0 ? -1 : size > 0 ? 1 : 0;
}

int stat_really(int folder, const char* path, struct stat* into, int flags) {
  if (path[0] == '\0' ? fails("stat", folder) : fails("stat", path)) return -1;
  return static_cast<int>(::syscall(SYS_newfstatat, folder, path, into, flags));
}

/// struct stat64 is the same on machines of 64 bits.
template <class Stat>
struct stat* as_stat(Stat* into) {
  static_assert(sizeof(Stat) == sizeof(struct stat));
  void* same = into;
  return static_cast<struct stat*>(same);
}

}  // namespace

void* operator new(std::size_t size) {
  void* memory = fails_to_allocate() ? nullptr : std::malloc(size == 0 ? 1 : size);
  if (memory != nullptr) return memory;
  if (const std::new_handler handler = std::get_new_handler()) handler();  // as the library's own does
  throw std::bad_alloc();
}
// std::stable_sort() asks so, and gives back as everyone does.
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  try {
    return ::operator new(size);
  } catch (const std::bad_alloc&) {
    return nullptr;
  }
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
  return real<int(char*, int, int)>("mkostemps")(path, suffix, flags);
}

int mkostemp(char* path, int flags) {
  if (fails("open", static_cast<const char*>(path))) return -1;
  return real<int(char*, int)>("mkostemp")(path, flags);
}

int memfd_create(const char* name, unsigned flags) {
  if (is_wanted("open") && fails_now()) return -1;
  return static_cast<int>(::syscall(SYS_memfd_create, name, flags));
}

ssize_t read(int descriptor, void* bytes, size_t size) {
  const long most = bytes_for("read", descriptor, size);
  return most < 0 ? -1 : ::syscall(SYS_read, descriptor, bytes, most);
}

ssize_t pread(int descriptor, void* bytes, size_t size, off_t at) {
  const long most = bytes_for("read", descriptor, size);
  return most < 0 ? -1 : ::syscall(SYS_pread64, descriptor, bytes, most, at);
}
ssize_t pread64(int descriptor, void* bytes, size_t size, off64_t at) {
  return ::pread(descriptor, bytes, size, at);
}

ssize_t write(int descriptor, const void* bytes, size_t size) {
  const long most = bytes_for("write", descriptor, size);
  return most < 0 ? -1 : ::syscall(SYS_write, descriptor, bytes, most);
}

ssize_t pwrite(int descriptor, const void* bytes, size_t size, off_t at) {
  const long most = bytes_for("write", descriptor, size);
  return most < 0 ? -1 : ::syscall(SYS_pwrite64, descriptor, bytes, most, at);
}
ssize_t pwrite64(int descriptor, const void* bytes, size_t size, off64_t at) {
  return ::pwrite(descriptor, bytes, size, at);
}

off64_t lseek64(int descriptor, off64_t at, int whence) noexcept {
  if (fails("seek", descriptor)) return -1;
  return ::syscall(SYS_lseek, descriptor, at, whence);
}

int fsync(int descriptor) {
  if (fails("fsync", descriptor)) return -1;
  return static_cast<int>(::syscall(SYS_fsync, descriptor));
}
int fdatasync(int descriptor) {
  if (fails("fsync", descriptor)) return -1;
  return static_cast<int>(::syscall(SYS_fdatasync, descriptor));
}

/// As on Linux: the descriptor is gone also when close() fails.
int close(int descriptor) {
  const long flags = ::syscall(SYS_fcntl, descriptor, F_GETFL);
  const bool is_read = (flags & O_ACCMODE) == O_RDONLY;
  const bool has_failed = fails(is_read ? "closeread" : "close", descriptor);
  const int error = errno;
  const int result = static_cast<int>(::syscall(SYS_close, descriptor));
  if (!has_failed) return result;
  errno = error;
  return -1;
}

int rename(const char* from, const char* to) noexcept {
  if (fails("rename", to)) return -1;
  return static_cast<int>(::syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0));
}

int unlink(const char* path) noexcept {
  if (fails("unlink", path)) return -1;
  return static_cast<int>(::syscall(SYS_unlinkat, AT_FDCWD, path, 0));
}

int ftruncate(int descriptor, off_t size) noexcept {
  if (fails("ftruncate", descriptor)) return -1;
  return static_cast<int>(::syscall(SYS_ftruncate, descriptor, size));
}
int ftruncate64(int descriptor, off64_t size) noexcept { return ::ftruncate(descriptor, size); }

int fchmod(int descriptor, mode_t mode) noexcept {
  if (fails("fchmod", descriptor)) return -1;
  return static_cast<int>(::syscall(SYS_fchmod, descriptor, mode));
}

int mkdir(const char* path, mode_t mode) noexcept {
  if (fails("mkdir", path)) return -1;
  return static_cast<int>(::syscall(SYS_mkdirat, AT_FDCWD, path, mode));
}

int flock(int descriptor, int how) noexcept {
  if (fails("lock", descriptor)) return -1;
  return static_cast<int>(::syscall(SYS_flock, descriptor, how));
}

int stat(const char* path, struct stat* into) noexcept { return stat_really(AT_FDCWD, path, into, 0); }
int stat64(const char* path, struct stat64* into) noexcept {
  return stat_really(AT_FDCWD, path, as_stat(into), 0);
}
int lstat(const char* path, struct stat* into) noexcept {
  return stat_really(AT_FDCWD, path, into, AT_SYMLINK_NOFOLLOW);
}
int lstat64(const char* path, struct stat64* into) noexcept {
  return stat_really(AT_FDCWD, path, as_stat(into), AT_SYMLINK_NOFOLLOW);
}
int fstat(int descriptor, struct stat* into) noexcept {
  return stat_really(descriptor, "", into, AT_EMPTY_PATH);
}
int fstat64(int descriptor, struct stat64* into) noexcept {
  return stat_really(descriptor, "", as_stat(into), AT_EMPTY_PATH);
}

int access(const char* path, int how) noexcept {
  if (fails("stat", path)) return -1;
  return static_cast<int>(::syscall(SYS_faccessat, AT_FDCWD, path, how));
}

char* realpath(const char* path, char* into) noexcept {
  if (fails("path", path)) return nullptr;
  return real<char*(const char*, char*)>("realpath")(path, into);
}

ssize_t readlink(const char* path, char* into, size_t size) noexcept {
  if (fails("path", path)) return -1;
  return ::syscall(SYS_readlinkat, AT_FDCWD, path, into, size);
}

struct dirent* readdir(DIR* folder) {
  if (fails("list", ::dirfd(folder))) return nullptr;
  return real<struct dirent*(DIR*)>("readdir")(folder);
}

DIR* fdopendir(int descriptor) {
  if (fails("list", descriptor)) return nullptr;
  return real<DIR*(int)>("fdopendir")(descriptor);
}

void* mmap64(void* at, size_t size, int protection, int flags, int descriptor, off64_t from) noexcept {
  if (fails("map", descriptor)) return MAP_FAILED;
  return reinterpret_cast<void*>(::syscall(SYS_mmap, at, size, protection, flags, descriptor, from));
}

int pthread_create(pthread_t* thread, const pthread_attr_t* how, void* (*begin)(void*), void* with) noexcept {
  if (is_wanted("thread") && fails_now()) return errno;  // as it tells
  return real<int(pthread_t*, const pthread_attr_t*, void* (*)(void*), void*)>("pthread_create")(thread, how,
                                                                                                 begin, with);
}

// What libraries call, which is buffered.

FILE* fopen64(const char* path, const char* mode) {
  if (is_wanted("fopen") && is_in_folder_by_link(path) && fails_now()) return nullptr;
  return real<FILE*(const char*, const char*)>("fopen64")(path, mode);
}
FILE* fopen(const char* path, const char* mode) { return ::fopen64(path, mode); }

size_t fread(void* bytes, size_t size, size_t count, FILE* stream) {
  if (fails_in_stdio("fread", stream)) return 0;
  return real<size_t(void*, size_t, size_t, FILE*)>("fread")(bytes, size, count, stream);
}

size_t fwrite(const void* bytes, size_t size, size_t count, FILE* stream) {
  if (fails_in_stdio("fwrite", stream)) return 0;
  return real<size_t(const void*, size_t, size_t, FILE*)>("fwrite")(bytes, size, count, stream);
}

int fclose(FILE* stream) {
  const bool has_failed = fails_in_stdio("fclose", stream);
  const int error = errno;
  const int result = real<int(FILE*)>("fclose")(stream);
  if (!has_failed) return result;
  errno = error;
  return EOF;
}

}  // extern "C"
