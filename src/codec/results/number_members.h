// Members that the JSON of assessments and of comparisons share: scores, shares, flags.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "codec/json/writer.h"
#include "ibtikar/assessment.h"

namespace ibtikar {

/// A score with two decimals, or null.
inline void write_score(JsonWriter& json, std::string_view name, const Score& score) {
  json.member(name);
  if (score)
    json.two_decimals(*score);
  else
    json.null();
}

/// Exactly two decimals, also of whole numbers: a column of them lines up, and 60.00 says that it
/// was rounded.
inline void write_fixed(JsonWriter& json, std::string_view name, double value) {
  json.member(name);
  json.two_decimals(value);
}

/// A whole number to its last digit: a seed has up to 64 bits, more than a double keeps.
inline void write_whole(JsonWriter& json, std::string_view name, std::uint64_t value) {
  json.member(name);
  json.raw(std::to_string(value));
}

inline void write_flag(JsonWriter& json, std::string_view name, bool value) {
  json.member(name);
  json.boolean(value);
}

}  // namespace ibtikar
