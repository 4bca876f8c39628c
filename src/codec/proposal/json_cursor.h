// JsonCursor: steps through JSON that is plainly right, eight bytes at a time.
//
// Each step says whether it found what was expected; after a false the cursor is of no more use. No
// step goes beyond the first NUL: one must come, and 64 readable bytes behind it. The text must be
// UTF-8. A step may leave a record for the text behind it, so whoever uses the cursor compares where
// it ended with the record's end.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "base/wide.h"

namespace ibtikar {

/// Eight bytes, the first one lowest.
[[nodiscard]] inline std::uint64_t word_at(const char* at) {
  std::uint64_t word = 0;
  std::memcpy(&word, at, sizeof word);
  if constexpr (std::endian::native == std::endian::big) word = __builtin_bswap64(word);
  return word;
}

[[nodiscard]] inline bool is_json_digit(char c) { return c >= '0' && c <= '9'; }

/// Whether this can follow a value. Some blanks that can are left out.
[[nodiscard]] inline bool ends_value(char c) { return c == ',' || c == '}' || c == ']' || c == ' '; }

[[nodiscard]] inline bool is_blank_sign(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

/// Steps are always inline: where one is called, the cursor goes through memory, and what follows
/// waits for it.
class JsonCursor {
 public:
  explicit JsonCursor(const char* at) : at_(at) {}

  [[nodiscard]] const char* at() const { return at_; }
  void move_to(const char* at) { at_ = at; }
  [[nodiscard]] char peek() const { return *at_; }
  void skip(std::size_t count) { at_ += count; }

  [[gnu::always_inline]] void skip_blanks() {
    // One blank is what json.dumps() writes.
    if (*at_ == ' ') ++at_;
    while (is_blank_sign(*at_)) ++at_;
  }
  /// Whether nothing but blanks is left before `end`.
  [[nodiscard]] bool ends_at(const char* end) {
    while (at_ < end && is_blank_sign(*at_)) ++at_;
    return at_ == end;
  }
  [[nodiscard]] bool take(char expected) {
    if (*at_ != expected) return false;
    ++at_;
    return true;
  }
  /// A sign with blanks around it.
  [[nodiscard, gnu::always_inline]] bool take_sign(char expected) {
    skip_blanks();
    if (!take(expected)) return false;
    skip_blanks();
    return true;
  }
  /// Requires: at most 64 bytes.
  [[nodiscard]] bool take_word(std::string_view word) {
    if (std::memcmp(at_, word.data(), word.size()) != 0) return false;
    at_ += word.size();
    return true;
  }
  /// A text. `text` views it, or `unescaped` if it has escapes.
  [[nodiscard, gnu::always_inline]] bool take_text(std::string_view& text, std::string& unescaped) {
    if (!take('"')) return false;
    const char* const begin = at_;
    at_ = special_from(at_);
    text = {begin, static_cast<std::size_t>(at_ - begin)};
    if (take('"')) return true;
    if (!take_escaped(begin, unescaped)) return false;
    text = unescaped;
    return true;
  }
  /// The same, only without escapes.
  [[nodiscard, gnu::always_inline]] bool take_plain_text(std::string_view& text) {
    if (!take('"')) return false;
    const char* const begin = at_;
    at_ = special_from(at_);
    text = {begin, static_cast<std::size_t>(at_ - begin)};
    return take('"');
  }
  /// A number without an exponent and with at most 15 digits: a double holds it, or it is the
  /// correctly rounded quotient of two whole numbers.
  [[nodiscard]] bool take_number(double& number);

 private:
  /// The first quotation mark, backslash or control character.
  [[nodiscard]] static const char* special_from(const char* at) {
    for (;; at += sizeof(Bytes)) {
      Bytes bytes;
      std::memcpy(&bytes, at, sizeof bytes);
      const unsigned found = bits_of(Bytes((bytes < 0x20) | (bytes == '"') | (bytes == '\\')));
      if (found != 0) return at + std::countr_zero(found);
    }
  }
  [[nodiscard]] bool take_escaped(const char* begin, std::string& unescaped);
  [[nodiscard]] bool take_escape(std::string& unescaped);

  const char* at_;
};

}  // namespace ibtikar
