// The rule of the verdict, from whichever side gates and conditions are seen: the verdict that stands, and
// the worst and the best that open answers can still lead to. If the last two are one, it is settled.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

#include "ibtikar/assessment.h"

namespace ibtikar {

/// From which side gates and conditions are seen: as the worst or the best that is possible, or at the point.
enum class Side { worst, point, best };

/// The verdict for a score: its band, limited by gates, and then down to a band whose condition holds. If
/// lower is better, bands still rise from 0, and the last is the worst; the worst has no condition, so the
/// search ends. `limit_of(gate)`: the best band that gate number `gate` leaves, or nothing; `holds(band)`:
/// its condition.
template <class LimitOf, class Holds>
[[nodiscard]] std::optional<std::size_t> verdict_for(const std::vector<Band>& bands, Better better,
                                                     double score, std::size_t gates, const LimitOf& limit_of,
                                                     const Holds& holds) {
  const Band* reached = band_of(bands, score);
  if (reached == nullptr) return std::nullopt;
  const bool is_high_good = better == Better::higher;
  auto band = static_cast<std::size_t>(reached - bands.data());
  for (std::size_t g = 0; g < gates; ++g)
    if (const std::optional<std::size_t> limit = limit_of(g))
      band = is_high_good ? std::min(band, *limit) : std::max(band, *limit);
  const std::size_t worst = is_high_good ? 0 : bands.size() - 1;
  while (band != worst && !holds(band)) band = is_high_good ? band - 1 : band + 1;
  return band;
}

/// The verdicts that the bounds of a score leave possible; `at(score, side)` gives one.
template <class At>
[[nodiscard]] auto verdicts_between(const Measure& overall, Better better, const At& at) {
  struct Verdicts {
    decltype(at(overall.low, Side::worst)) lowest;
    decltype(at(overall.low, Side::worst)) highest;
  };
  // The low bound is the worst only if higher is better.
  const bool is_high_good = better == Better::higher;
  return Verdicts{at(overall.low, is_high_good ? Side::worst : Side::best),
                  at(overall.high, is_high_good ? Side::best : Side::worst)};
}

}  // namespace ibtikar
