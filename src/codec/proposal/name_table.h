// NameTable: finds which of a rubric's names stands in a text, in a few steps whatever it is.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/wide.h"
#include "codec/proposal/known_bytes.h"

namespace ibtikar {

/// So many bytes behind a text must be readable; their values do not matter.
inline constexpr std::size_t kNameSlack = 8;

class NameTable {
 public:
  static constexpr std::size_t kNone = SIZE_MAX;

  explicit NameTable(std::vector<std::string> names);

  /// Whether every name is found quickly: a rubric may have names that were made to collide.
  [[nodiscard]] bool is_quick() const { return longest_search_ <= kLongestSearch; }
  /// The index of a name, or kNone.
  [[nodiscard]] std::size_t find(std::string_view text) const {
    for (std::size_t at = hash_of(text) >> shift_;; at = (at + 1) & (places_.size() - 1)) {
      const Place& place = places_[at];
      if (place.number == kFree) return kNone;
      const std::string& name = names_[place.number];
      if (is_same(name, text)) return place.number;
    }
  }
  struct Found {
    std::size_t name = kNone;
    std::size_t size = 0;  ///< with its quotation marks
  };
  /// The name that stands at `at` between quotation marks, as the rubric has it. Requires:
  /// KnownBytes::kMost bytes can be read.
  [[nodiscard]] Found find_quoted(const char* at) const {
    std::uint64_t ends = 0;
    for (std::size_t i = 0; i < 4; ++i) {
      Bytes bytes;
      std::memcpy(&bytes, at + 1 + i * sizeof bytes, sizeof bytes);
      ends |= std::uint64_t{bits_of(Bytes(bytes == '"'))} << i * sizeof bytes;
    }
    if (ends == 0) return {};
    const auto size = static_cast<std::size_t>(std::countr_zero(ends));
    for (std::size_t place = hash_of({at + 1, size}) >> shift_;; place = (place + 1) & (places_.size() - 1)) {
      const std::uint32_t number = places_[place].number;
      if (number == kFree) return {};
      // What follows in the text waits for the size, so it is not looked up.
      if (quoted_[number].are_at(at)) return {number, size + 2};
    }
  }
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }

 private:
  static constexpr std::size_t kLongestSearch = 8;
  static constexpr std::uint32_t kFree = UINT32_MAX;
  struct Place {
    std::uint32_t number = kFree;
  };

  /// a == b without a call into the library, which costs more than comparing so few bytes.
  static bool is_same(std::string_view a, std::string_view b) {
    constexpr std::size_t kWord = 8;
    const std::size_t size = a.size();
    if (size != b.size()) return false;
    if (size < kWord) {
      for (std::size_t i = 0; i < size; ++i)
        if (a[i] != b[i]) return false;
      return true;
    }
    const auto differ = [&](std::size_t at) { return word(a.data() + at) != word(b.data() + at); };
    for (std::size_t at = 0; at + kWord < size; at += kWord)
      if (differ(at)) return false;
    // The last word may overlap the one before.
    return !differ(size - kWord);
  }
  static std::uint64_t word(const char* at) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, at, sizeof bytes);
    return bytes;
  }

  /// Ids begin alike (their criterion) and end alike (their kind), so both ends and the length count.
  static std::uint64_t hash_of(std::string_view text) {
    constexpr std::size_t kWord = 8;
    static_assert(kWord <= kNameSlack);
    if constexpr (std::endian::native == std::endian::big) return std::hash<std::string_view>()(text);
    std::uint64_t first = word(text.data());
    std::uint64_t last = 0;
    if (text.size() < kWord)
      first &= (std::uint64_t{1} << 8 * text.size()) - 1;
    else
      last = word(text.data() + text.size() - kWord);
    return (first ^ (last << 29 | last >> 35) ^ text.size() * 0x9E37'79B9'7F4A'7C15) * 0xD6E8'FEB8'6659'FD93;
  }

  std::vector<std::string> names_;
  std::vector<KnownBytes> quoted_;
  std::vector<Place> places_;
  unsigned shift_ = 0;
  std::size_t longest_search_ = 0;
};

}  // namespace ibtikar
