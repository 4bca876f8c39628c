// Random choices that are the same on every machine: by a seed, or by bytes that a fuzzer chooses.
//
// std::mt19937_64 is specified to the bit, the standard distributions are not:
// so the mapping to ranges is our own.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ibtikar::test {

/// How many of `full` generated cases to try, or how many of them to expect: all of them, or the percentage
/// that IBTIKAR_CASES names (`./dev test quick`), and at least one.
[[nodiscard]] inline std::uint64_t cases(std::uint64_t full) {
  const char* percent = std::getenv("IBTIKAR_CASES");
  return percent == nullptr ? full : std::max<std::uint64_t>(1, full * std::stoul(percent) / 100);
}

/// Whether to try the `index`th case (from 0) of a sweep over many that are alike: each, or with
/// IBTIKAR_CASES so many of a hundred, evenly spread. With 10 these are 9, 19, 29 and so on.
[[nodiscard]] inline bool is_tried(std::uint64_t index) {
  const char* percent = std::getenv("IBTIKAR_CASES");
  if (percent == nullptr) return true;
  const std::uint64_t share = std::stoul(percent);
  return (index + 1) * share / 100 > index * share / 100;
}

class Random {
 public:
  explicit Random(std::uint64_t seed) : engine_(seed) {}
  /// Choices by `bytes`, which must outlive this, as long as there are any; then by a fixed seed.
  explicit Random(std::string_view bytes) : engine_(0), bytes_(bytes) {}

  /// 0 .. count - 1; `count` is at least 1. The bias is below 2^-50 for the small counts of tests.
  std::size_t below(std::size_t count) {
    if (bytes_.empty()) return engine_() % count;
    return next_bytes(count <= 256 ? 1 : sizeof count) % count;
  }

  /// least .. most, both included.
  std::size_t between(std::size_t least, std::size_t most) { return least + below(most - least + 1); }

  bool chance(std::size_t percent) { return below(100) < percent; }

  /// In [0, 1), with all 53 bits.
  double unit() {
    const std::uint64_t bits = bytes_.empty() ? engine_() : next_bytes(sizeof bits);
    return static_cast<double>(bits >> 11U) * 0x1p-53;
  }

  /// In [0, 1]: often a quarter or a hundredth, as people write them, or a
  /// 32nd, whose sums are exact ties of the rounding; sometimes with every bit.
  double fraction() {
    const std::size_t kind = below(10);
    if (kind < 4) return static_cast<double>(below(5)) / 4;
    if (kind < 7) return static_cast<double>(below(101)) / 100;
    if (kind < 8) return static_cast<double>(below(33)) / 32;
    return unit();
  }

  template <class T>
  const T& pick(const std::vector<T>& from) {
    return from[below(from.size())];
  }

  template <class T>
  void shuffle(std::vector<T>& items) {
    for (std::size_t left = items.size(); left > 1; --left) std::swap(items[left - 1], items[below(left)]);
  }

 private:
  /// One byte for a small choice: each byte of a fuzzer's input then decides one thing.
  std::uint64_t next_bytes(std::size_t size) {
    const std::string_view taken = bytes_.substr(0, size);
    bytes_.remove_prefix(taken.size());
    std::uint64_t number = 0;
    for (const char byte : taken) number = number << 8U | static_cast<unsigned char>(byte);
    return number;
  }

  std::mt19937_64 engine_;
  std::string_view bytes_;
};

}  // namespace ibtikar::test
