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
  [[nodiscard, gnu::always_inline]] inline std::size_t take(JsonCursor& cursor) const {
    if (places_.empty()) return take_slowly(cursor);
    const Place place = places_[place_of(word_at(cursor.at()))];
    if (!names_[place.name].are_at(cursor.at())) return kNone;
    cursor.skip(place.size);
    return place.name;
  }

 private:
  /// The only name that can stand where a word leads here. Its size is at hand, because what
  /// follows in the text waits for it.
  struct Place {
    std::uint8_t name = 0;
    std::uint8_t size = 0;
  };
  static constexpr unsigned kPlaceBits = 6;

  [[nodiscard]] std::size_t place_of(std::uint64_t word) const {
    return (word & mask_) * factor_ >> (64 - kPlaceBits);
  }
  [[nodiscard]] std::size_t take_slowly(JsonCursor& cursor) const;

  std::vector<KnownBytes> names_;  ///< with their quotation marks
  std::vector<Place> places_;      ///< empty: names were not told apart
  std::uint64_t mask_ = 0;         ///< the bytes that all names have
  std::uint64_t factor_ = 0;
};

}  // namespace ibtikar
