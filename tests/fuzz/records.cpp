// JSON by the record: lines, one document, an array, a file of rejected records.
#include "fuzz/batches.h"
#include "fuzz/claims.h"
#include "fuzz/targets.h"
#include "support/random.h"

namespace ibtikar::fuzz {

void try_records(std::string_view input) {
  const std::string text(input);
  const Rubric& rubric = rubric_for(input);
  test::Random random(fingerprint(input));
  const auto format =
      random.pick<InputFormat>({InputFormat::automatic, InputFormat::ndjson, InputFormat::json});
  require_batch(rubric, text, {.format = format, .lenient = random.chance(25)});
}

}  // namespace ibtikar::fuzz
