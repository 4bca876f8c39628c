// QuotedNames: which of a few names stands at a place as a JSON string, in one look and one comparison.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "codec/proposal/json_cursor.h"
#include "codec/proposal/known_bytes.h"

namespace ibtikar {

class QuotedNames {
 public:
  static constexpr std::size_t kNone = SIZE_MAX;

  explicit QuotedNames(const std::vector<std::string>& names);

  /// The index of the name; the cursor goes behind it. kNone for others, and for spellings with
  /// escapes.
  [[nodiscard]] std::size_t take(JsonCursor& cursor) const {
    if (places_.empty()) return take_slowly(cursor);
    const std::size_t which = places_[place_of(word_at(cursor.at()))];
    if (!names_[which].are_at(cursor.at())) return kNone;
    cursor.skip(names_[which].size());
    return which;
  }

 private:
  static constexpr unsigned kPlaceBits = 6;

  [[nodiscard]] std::size_t place_of(std::uint64_t word) const {
    return (word & mask_) * factor_ >> (64 - kPlaceBits);
  }
  [[nodiscard]] std::size_t take_slowly(JsonCursor& cursor) const;

  std::vector<KnownBytes> names_;  ///< with their quotation marks
  std::vector<std::uint8_t>
      places_;              ///< the only name that can stand there; empty: names were not told apart
  std::uint64_t mask_ = 0;  ///< the bytes that all names have
  std::uint64_t factor_ = 0;
};

}  // namespace ibtikar
