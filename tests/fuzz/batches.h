// What fuzz targets claim of a batch, whatever its records come from.
#pragma once

#include <string>
#include <string_view>

#include "ibtikar/rubric.h"
#include "support/batched.h"

namespace ibtikar::fuzz {

/// The default rubric where the text names it, else the garden's (see support/garden_rubric.h), which
/// has a question of every type and costs a tenth.
[[nodiscard]] const Rubric& rubric_for(std::string_view text);

/// Each record has a row of JSON, scores are in their range, blocks and reads of any size give the
/// same, and what was rejected is rejected again.
void require_batch(const Rubric& rubric, const std::string& text, test::BatchedWith with);

/// The claims on what came out of a batch.
void require_rows(const test::Batched& batch);

}  // namespace ibtikar::fuzz
