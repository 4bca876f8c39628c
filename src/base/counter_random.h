// Random numbers by counter: each is a function of seed, stream and position, and of nothing else.
//
// Draws that are made in parallel, or in another order, are then the same, and anyone can make a
// single one again. The mixing function is that of SplitMix64 (G. L. Steele, D. Lea and C. H. Flood,
// Fast Splittable Pseudorandom Number Generators, 2014). Not for secrets.
#pragma once

#include <cstdint>

namespace ibtikar {

/// The numbers of one stream, by position. Streams of one seed are independent of each other: give
/// each replicate of a bootstrap, or each draw of a simulation, a stream of its own.
class CounterRandom {
 public:
  CounterRandom(std::uint64_t seed, std::uint64_t stream) : key_(mix(mix(seed) ^ (stream + kStep))) {}

  /// 64 random bits. The same position gives the same bits.
  [[nodiscard]] std::uint64_t bits(std::uint64_t position) const {
    return mix(key_ + (position + 1) * kStep);
  }

  /// Uniform in [0, 1), a multiple of 2^-53.
  [[nodiscard]] double uniform(std::uint64_t position) const {
    constexpr double kUnit = 0x1.0p-53;
    return static_cast<double>(bits(position) >> 11U) * kUnit;
  }

  /// Uniform in 0 .. count - 1. Requires: 0 < count < 2^32. The bias is below count / 2^64.
  [[nodiscard]] std::uint64_t below(std::uint64_t position, std::uint64_t count) const {
    const std::uint64_t drawn = bits(position);
    const std::uint64_t high = (drawn >> 32U) * count;
    const std::uint64_t low = ((drawn & 0xFFFFFFFFU) * count) >> 32U;
    return (high + low) >> 32U;
  }

 private:
  static constexpr std::uint64_t kStep = 0x9E3779B97F4A7C15U;

  static constexpr std::uint64_t mix(std::uint64_t z) {
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31U);
  }

  std::uint64_t key_;
};

}  // namespace ibtikar
