// See chosen.h.
#include "fuzz/chosen.h"

#include "support/both_ways.h"

namespace ibtikar::fuzz {

Rubric chosen_rubric(test::Random& random) {
  const std::size_t seed = random.below(256);
  const bool is_default = seed % 16 == 0;
  return test::rubric_of_seed(is_default || seed % 4 != 0 ? seed : seed + 1);
}

BatchOptions chosen_options(test::Random& random) {
  BatchOptions options;
  options.format = random.chance(50) ? RowFormat::ndjson : RowFormat::csv;
  options.keep_rejects = true;
  options.keep_ranked = random.chance(20);
  options.encode.lenient = random.chance(20);
  return options;
}

}  // namespace ibtikar::fuzz
