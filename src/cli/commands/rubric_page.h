// A whole rubric for reading in a terminal: `ibtikar rubric show`.
#pragma once

#include <cstddef>
#include <string>

#include "ibtikar/rubric.h"

namespace ibtikar::cli {

/// Dimensions, criteria with what they contribute, questions with their levels,
/// gates and bands, in the reader's language (empty: the rubric's first).
[[nodiscard]] std::string rubric_page(const Rubric& rubric, const std::string& language, std::size_t columns);

}  // namespace ibtikar::cli
