// How two texts are compared when a person looks for words.
#pragma once

#include <string>
#include <string_view>

namespace ibtikar {

/// `text` without case, accents, short vowels and what else people leave out: أ إ آ are ا, ة is ه,
/// ى is ي, digits are western. Invalid UTF-8 gives an empty key.
[[nodiscard]] std::string search_key(std::string_view text);

}  // namespace ibtikar
