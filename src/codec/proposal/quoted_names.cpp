// See quoted_names.h.
#include "codec/proposal/quoted_names.h"

#include <algorithm>
#include <optional>

namespace ibtikar {

QuotedNames::QuotedNames(const std::vector<std::string>& names) {
  constexpr int kMostTries = 200;
  std::size_t shortest = sizeof(std::uint64_t);
  std::vector<std::uint64_t> words;
  for (const std::string& name : names) {
    std::string quoted = '"' + name + '"';
    names_.emplace_back(quoted);
    shortest = std::min(shortest, quoted.size());
    quoted.append(sizeof(std::uint64_t), '\0');
    words.push_back(word_at(quoted.data()));
  }
  if (names.empty()) return;
  mask_ = shortest == sizeof(std::uint64_t) ? ~std::uint64_t{0} : (std::uint64_t{1} << 8 * shortest) - 1;
  // Tries factors until all names have places of their own. Few names soon do; many, or such as
  // begin alike, are searched one by one.
  factor_ = 0x9E37'79B9'7F4A'7C15;
  for (int tries = 0; tries < kMostTries; ++tries, factor_ = factor_ * 0xD134'2543'DE82'EF95 + 2) {
    std::vector<std::optional<std::size_t>> taken(std::size_t{1} << kPlaceBits);
    const bool is_perfect = std::ranges::all_of(words, [&](const std::uint64_t& word) {
      std::optional<std::size_t>& place = taken[place_of(word)];
      if (place) return false;
      place = static_cast<std::size_t>(&word - words.data());
      return true;
    });
    if (!is_perfect) continue;
    for (const std::optional<std::size_t>& place : taken)
      places_.push_back({static_cast<std::uint8_t>(place.value_or(0)),
                         static_cast<std::uint8_t>(names_[place.value_or(0)].size())});
    return;
  }
}

std::size_t QuotedNames::take_slowly(JsonCursor& cursor) const {
  for (std::size_t i = 0; i < names_.size(); ++i)
    if (names_[i].are_at(cursor.at())) {
      cursor.skip(names_[i].size());
      return i;
    }
  return kNone;
}

}  // namespace ibtikar
