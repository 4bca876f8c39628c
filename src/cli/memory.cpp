// malloc(), calloc() and realloc() of the program, for the libraries in C that it uses: where there is no
// memory, the program ends with status 70, as it does where operator new finds none (app.cpp).
//
// Without this, the outcome is a library's: the one that writes workbooks goes on with a null pointer, and
// SQLite tells of memory as if a file could not be written. Those of the C library do the work under their
// other names, so its free() fits. Sanitizers bring allocators of their own, and libibtikar leaves its user's
// alone.
#include <cstddef>

#include "cli/app.h"

#ifdef __has_feature  // clang; g++ has macros
#define IBTIKAR_HAS_SANITIZER \
  (__has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || __has_feature(memory_sanitizer))
#elif defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define IBTIKAR_HAS_SANITIZER 1
#else
#define IBTIKAR_HAS_SANITIZER 0
#endif

#if defined(__GLIBC__) && !IBTIKAR_HAS_SANITIZER

extern "C" {

void* __libc_malloc(std::size_t size);
void* __libc_calloc(std::size_t count, std::size_t size);
void* __libc_realloc(void* memory, std::size_t size);

void* malloc(std::size_t size) noexcept {
  if (void* memory = __libc_malloc(size)) return memory;
  ibtikar::cli::end_without_memory();
}

void* calloc(std::size_t count, std::size_t size) noexcept {
  if (void* memory = __libc_calloc(count, size)) return memory;
  ibtikar::cli::end_without_memory();
}

void* realloc(void* old, std::size_t size) noexcept {
  void* memory = __libc_realloc(old, size);
  if (memory == nullptr && size > 0)
    ibtikar::cli::end_without_memory();  // none for nothing is right: it was freed
  return memory;
}

}  // extern "C"

#endif
