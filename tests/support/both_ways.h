// What tests of the short way of a batch share: it must say what the ordinary way says.
#pragma once

#include <cstdint>
#include <string>

#include "batch/block_scorer.h"
#include "ibtikar/rubric.h"

namespace ibtikar::test {

/// IBTIKAR_SEED, else 0. Another one tries other cases: `./dev fuzz`.
[[nodiscard]] std::uint64_t first_seed();

/// Half of the seeds give built-in rubrics, the others random ones.
[[nodiscard]] Rubric rubric_of_seed(std::uint64_t seed);

/// A block of one part, as the input gives it. `part` says all but where its text ends.
[[nodiscard]] Block block_of(Block::Part part, std::string text);

/// All that a scorer says of a block: rows, faults, warnings, ids and rejected records.
[[nodiscard]] std::string said_by(BlockScorer& scorer, const Block& block);

}  // namespace ibtikar::test
