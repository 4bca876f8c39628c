// Wide steps: several numbers at a time, more of them where the processor can.
//
// A function that is marked IBTIKAR_WIDE is compiled for processors of the last ten years. Call it
// only if has_wide_steps(); have a second one that any processor runs. Both give the same bits:
// nothing is fused.
#pragma once

#include <cstddef>

namespace ibtikar {

using Bytes = unsigned char __attribute__((vector_size(16)));
using Pair = double __attribute__((vector_size(16)));
using Four = double __attribute__((vector_size(32), aligned(16)));

#if defined(__x86_64__)
#define IBTIKAR_WIDE __attribute__((target("avx2")))
[[nodiscard]] inline bool has_wide_steps() { return __builtin_cpu_supports("avx2") != 0; }
#else
#define IBTIKAR_WIDE
[[nodiscard]] inline bool has_wide_steps() { return false; }
#endif

/// One bit for each of sixteen bytes, the first one lowest. Requires: each is 0 or 255.
[[nodiscard]] inline unsigned bits_of(Bytes flags) {
#if defined(__x86_64__)
  return static_cast<unsigned>(
      __builtin_ia32_pmovmskb128(reinterpret_cast<char __attribute__((vector_size(16)))>(flags)));
#else
  unsigned bits = 0;
  for (unsigned i = 0; i < sizeof flags; ++i) bits |= (flags[i] & 1U) << i;
  return bits;
#endif
}

}  // namespace ibtikar
