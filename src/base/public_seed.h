// A seed that people can read aloud, as the numbers that a computer draws by.
//
// The text is hashed by SHA-256, so that a sentence, a date or the numbers of a public lottery make
// an equally good seed, and so that everyone who knows the text gets the same draws.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/digest.h"

namespace ibtikar {

/// The number that the first `digits` hexadecimal digits of the SHA-256 of `text` are. At most 16.
[[nodiscard]] inline std::uint64_t hashed_number(std::string_view text, std::size_t digits) {
  const std::string digest = sha256(text);
  std::uint64_t number = 0;
  for (const char digit : std::string_view(digest).substr(std::string_view("sha256:").size(), digits))
    number = number * 16 + static_cast<std::uint64_t>(digit >= 'a' ? digit - 'a' + 10 : digit - '0');
  return number;
}

/// The seed of CounterRandom that a text stands for.
[[nodiscard]] inline std::uint64_t seed_of(std::string_view text) { return hashed_number(text, 16); }

}  // namespace ibtikar
