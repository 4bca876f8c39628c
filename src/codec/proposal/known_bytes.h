// KnownBytes: up to 64 bytes that are expected at a place, compared 32 at a time.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace ibtikar {

class KnownBytes {
 public:
  static constexpr std::size_t kMost = 64;

  KnownBytes() { set({}); }
  explicit KnownBytes(std::string_view bytes) { set(bytes); }

  /// Expects these from now on; more than kMost, or none, are never found.
  void set(std::string_view bytes) {
    bytes_.fill(0);
    mask_.fill(0);
    size_ = bytes.size();
    if (bytes.empty() || bytes.size() > kMost) {
      // No text in UTF-8 has this byte.
      bytes_[0] = mask_[0] = 0xFF;
      return;
    }
    std::memcpy(bytes_.data(), bytes.data(), bytes.size());
    std::memset(mask_.data(), 0xFF, bytes.size());
  }
  /// Requires: kMost bytes from `at` can be read.
  [[nodiscard]] bool are_at(const char* at) const {
    return !differ(at, 0) && (size_ <= kMost / 2 || !differ(at, kMost / 2));
  }
  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  using Lane = std::uint64_t __attribute__((vector_size(16)));
  [[nodiscard]] static Lane lane(const void* at) {
    Lane lane;
    std::memcpy(&lane, at, sizeof lane);
    return lane;
  }
  /// Of 32 bytes. Plain words in a loop are three times slower: g++ 12 keeps them in memory.
  [[nodiscard]] bool differ(const char* at, std::size_t from) const {
    constexpr std::size_t kLane = sizeof(Lane);
    const Lane first = (lane(at + from) ^ lane(&bytes_[from])) & lane(&mask_[from]);
    const Lane second = (lane(at + from + kLane) ^ lane(&bytes_[from + kLane])) & lane(&mask_[from + kLane]);
    const Lane both = first | second;
    return (both[0] | both[1]) != 0;
  }

  alignas(16) std::array<unsigned char, kMost> bytes_{};
  alignas(16) std::array<unsigned char, kMost> mask_{};
  std::size_t size_ = 0;
};

}  // namespace ibtikar
