// CSV whose columns are known by their names, with any delimiter and decimal mark.
#include "fuzz/batches.h"
#include "fuzz/claims.h"
#include "fuzz/targets.h"
#include "support/random.h"

namespace ibtikar::fuzz {

void try_table(std::string_view input) {
  test::Random random(fingerprint(input));
  test::BatchedWith with{.format = InputFormat::csv};
  if (random.chance(30)) with.delimiter = random.pick<char>({',', ';', '\t'});
  if (random.chance(30)) with.decimal = random.pick<DecimalMark>({DecimalMark::point, DecimalMark::comma});
  with.lenient = random.chance(20);
  require_batch(rubric_for(input), std::string(input), with);
}

}  // namespace ibtikar::fuzz
