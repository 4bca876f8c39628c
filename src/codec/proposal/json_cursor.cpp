// See json_cursor.h.
#include "codec/proposal/json_cursor.h"

#include <array>

#include "base/utf8.h"

namespace ibtikar {
namespace {

constexpr std::uint16_t kNoDigit = 0xFFFF;

/// The value of a hexadecimal digit; kNoDigit for other bytes.
constexpr std::array<std::uint16_t, 256> kHexDigits = [] {
  std::array<std::uint16_t, 256> values{};
  values.fill(kNoDigit);
  for (unsigned i = 0; i < 10; ++i) values['0' + i] = static_cast<std::uint16_t>(i);
  for (unsigned i = 0; i < 6; ++i) {
    values['a' + i] = static_cast<std::uint16_t>(10 + i);
    values['A' + i] = static_cast<std::uint16_t>(10 + i);
  }
  return values;
}();

/// Four hexadecimal digits; over 0xFFFF if they are none.
std::uint32_t hex_at(const char* at) {
  std::uint32_t value = 0;
  std::uint32_t wrong = 0;
  for (int i = 0; i < 4; ++i) {
    const std::uint32_t digit = kHexDigits[static_cast<unsigned char>(at[i])];
    wrong |= digit & 0xFF00U;
    value = value << 4U | (digit & 0xFU);
  }
  return wrong == 0 ? value : 0x10000;
}

}  // namespace

bool JsonCursor::take_escaped(const char* begin, std::string& unescaped) {
  unescaped.assign(begin, at_);
  for (;;) {
    if (take('"')) return true;
    if (*at_ != '\\') return false;  // a control character
    // Text in another script is one escape behind the other.
    while (*at_ == '\\')
      if (!take_escape(unescaped)) return false;
    const char* const plain = at_;
    at_ = special_from(at_);
    unescaped.append(plain, at_);
  }
}

bool JsonCursor::take_escape(std::string& unescaped) {
  const char kind = at_[1];
  if (kind != 'u') {
    constexpr std::string_view kLetters = "bfnrt\"\\/";
    constexpr std::string_view kMeanings = "\b\f\n\r\t\"\\/";
    const std::size_t letter = kLetters.find(kind);
    if (letter == std::string_view::npos) return false;
    unescaped += kMeanings[letter];
    at_ += 2;
    return true;
  }
  std::uint32_t c = hex_at(at_ + 2);
  if (c > 0xFFFF || (c >= 0xDC00 && c < 0xE000)) return false;
  at_ += 6;
  if (c >= 0x80 && c < 0x800) {
    const char bytes[2] = {static_cast<char>(0xC0U | c >> 6U), static_cast<char>(0x80U | (c & 0x3FU))};
    unescaped.append(bytes, 2);
    return true;
  }
  if (c >= 0xD800 && c < 0xDC00) {
    const std::uint32_t low = at_[0] == '\\' && at_[1] == 'u' ? hex_at(at_ + 2) : 0;
    if (low < 0xDC00 || low >= 0xE000) return false;
    c = 0x10000 + ((c - 0xD800) << 10U) + (low - 0xDC00);
    at_ += 6;
  }
  append_utf8(unescaped, c);
  return true;
}

bool JsonCursor::take_number(double& number) {
  constexpr std::size_t kMostDigits = 15;
  constexpr std::array<double, kMostDigits + 1> kPowers = {1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                                           1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
  const bool is_negative = take('-');
  std::uint64_t digits = 0;
  std::size_t count = 0;
  std::size_t decimals = 0;
  const auto is_digit = [&] { return *at_ >= '0' && *at_ <= '9'; };
  const auto take_digits = [&] {
    std::size_t taken = 0;
    for (; is_digit() && count + taken <= kMostDigits; ++at_, ++taken)
      digits = digits * 10 + static_cast<std::uint64_t>(*at_ - '0');
    count += taken;
    return taken;
  };
  const bool begins_with_zero = *at_ == '0';
  const std::size_t whole = take_digits();
  if (whole == 0 || (begins_with_zero && whole > 1)) return false;
  if (take('.')) {
    decimals = take_digits();
    if (decimals == 0) return false;
  }
  if (count > kMostDigits || *at_ == 'e' || *at_ == 'E') return false;
  number = static_cast<double>(digits) / kPowers[decimals];
  if (is_negative && digits != 0) number = -number;
  return true;
}

}  // namespace ibtikar
