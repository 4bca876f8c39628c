// A library for LD_PRELOAD that makes one call of malloc(), calloc() or realloc() fail: those of libraries in
// C. It stands in for what the program's own malloc() calls (src/cli/memory.cpp). It takes FAIL_CALL=malloc,
// FAIL_NTH and FAIL_MARK as failing_calls.cpp does. What operator new allocates does not count:
// failing_calls.cpp does that, by FAIL_CALL=new.
//
// Not for a program with AddressSanitizer, which has a malloc() of its own.
#include <fcntl.h>
#include <malloc.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <new>

namespace {

std::atomic<bool> has_begun{false};
std::atomic<long> asked{0};

// What the loader allocates before is nobody's to handle.
[[gnu::constructor]] void begin() { has_begun.store(true); }

bool is_refused() {
  if (!has_begun.load()) return false;
  const char* wanted = std::getenv("FAIL_CALL");
  if (wanted == nullptr || std::strcmp(wanted, "malloc") != 0) return false;
  const char* nth = std::getenv("FAIL_NTH");
  const long number = ++asked;
  const long failing = nth == nullptr ? 0 : std::strtol(nth, nullptr, 10);
  if (number != failing) return false;
  if (const char* mark = std::getenv("FAIL_MARK"))
    ::syscall(SYS_close, ::syscall(SYS_openat, AT_FDCWD, mark, O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
  errno = ENOMEM;
  return true;
}

/// As malloc() gives it. Under this name nobody stands before the C library.
void* memory_of(std::size_t size) { return ::memalign(32, size); }

}  // namespace

void* operator new(std::size_t size) {
  while (true) {
    if (void* memory = memory_of(size)) return memory;
    const std::new_handler handler = std::get_new_handler();
    if (!handler) throw std::bad_alloc();
    handler();
  }
}
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return ::operator new(size); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

extern "C" {

void* __libc_malloc(size_t size) { return is_refused() ? nullptr : memory_of(size); }

void* __libc_calloc(size_t count, size_t size) {
  std::size_t bytes = 0;
  if (__builtin_mul_overflow(count, size, &bytes) || is_refused()) return nullptr;
  void* memory = memory_of(bytes);
  return memory == nullptr ? nullptr : std::memset(memory, 0, bytes);
}

void* __libc_realloc(void* old, size_t size) {
  if (is_refused()) return nullptr;
  void* memory = size == 0 ? nullptr : memory_of(size);
  if (memory == nullptr && size > 0) return nullptr;
  if (old != nullptr && memory != nullptr)
    std::memcpy(memory, old, std::min(size, ::malloc_usable_size(old)));
  std::free(old);
  return memory;
}

}  // extern "C"
