// Members that results share in JSON: scores, shares, flags, and what may be null.
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

/// What `write(*value)` writes, or null if there is no value: an optional, or a pointer.
template <class Value, class Write>
void write_or_null(JsonWriter& json, std::string_view name, const Value& value, const Write& write) {
  json.member(name);
  if (value)
    write(*value);
  else
    json.null();
}

/// A name, or null if it is empty.
inline void write_text_or_null(JsonWriter& json, std::string_view name, std::string_view text) {
  json.member(name);
  text.empty() ? json.null() : json.string(text);
}

inline void write_flag(JsonWriter& json, std::string_view name, bool value) {
  json.member(name);
  json.boolean(value);
}

}  // namespace ibtikar
