// See random_key.h.
#include "cli/random_key.h"

#include <random>

namespace ibtikar::cli {

HashKey random_key() {
  std::random_device random;
  const auto word = [&] { return std::uint64_t{random()} << 32U | random(); };
  return {word(), word()};
}

}  // namespace ibtikar::cli
