// Scores as whole hundredths: what rounded() gives, without the division behind it.
#pragma once

#include <cmath>
#include <cstdint>

namespace ibtikar {

/// hundredths_of() where the product with 100 is so near a half that what it lost decides.
[[nodiscard]] std::int32_t hundredths_near_half(double value);

/// 100 * rounded(value) of a value from 0 to a million.
[[nodiscard]] inline std::int32_t hundredths_of(double value) {
  // Where a double has no room for a fraction, adding rounds: std::nearbyint is a call on older
  // processors.
  constexpr double kNoFractions = 6755399441055744.0;  // 1.5 * 2^52
  constexpr double kNearHalf = 1e-6;
  const double scaled = value * 100;
  const double nearest = scaled + kNoFractions - kNoFractions;
  if (std::abs(std::abs(scaled - nearest) - 0.5) < kNearHalf) return hundredths_near_half(value);
  return static_cast<std::int32_t>(nearest);
}

}  // namespace ibtikar
