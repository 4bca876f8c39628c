// From exact numbers to those that are shown: rounded once, the band by the rounded score.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "ibtikar/assessment.h"
#include "score/evaluate.h"

namespace ibtikar {

[[nodiscard]] Score shown(const std::optional<double>& point);

[[nodiscard]] Measure measure_of(const Outcome& outcome);

/// Which band a score in 0..100 is in; nothing without bands.
[[nodiscard]] std::optional<std::size_t> band_index(const std::vector<Band>& bands, double score);

}  // namespace ibtikar
