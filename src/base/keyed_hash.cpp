// See keyed_hash.h.
#include "base/keyed_hash.h"

#include <bit>
#include <cstddef>

namespace ibtikar {
namespace {

constexpr std::size_t kWord = 8;

/// Up to eight bytes as a little-endian number.
std::uint64_t word_of(std::string_view bytes) {
  std::uint64_t word = 0;
  for (std::size_t i = bytes.size(); i-- > 0;) word = word << 8U | static_cast<unsigned char>(bytes[i]);
  return word;
}

class SipHash {
 public:
  explicit SipHash(const HashKey& key)
      : v0_(key[0] ^ 0x736f6d6570736575U),
        v1_(key[1] ^ 0x646f72616e646f6dU),
        v2_(key[0] ^ 0x6c7967656e657261U),
        v3_(key[1] ^ 0x7465646279746573U) {}

  void take(std::uint64_t word) {
    v3_ ^= word;
    for (int i = 0; i < 2; ++i) round();
    v0_ ^= word;
  }

  std::uint64_t finish() {
    v2_ ^= 0xFFU;
    for (int i = 0; i < 4; ++i) round();
    return v0_ ^ v1_ ^ v2_ ^ v3_;
  }

 private:
  void round() {
    v0_ += v1_;
    v1_ = std::rotl(v1_, 13) ^ v0_;
    v0_ = std::rotl(v0_, 32);
    v2_ += v3_;
    v3_ = std::rotl(v3_, 16) ^ v2_;
    v0_ += v3_;
    v3_ = std::rotl(v3_, 21) ^ v0_;
    v2_ += v1_;
    v1_ = std::rotl(v1_, 17) ^ v2_;
    v2_ = std::rotl(v2_, 32);
  }

  std::uint64_t v0_;
  std::uint64_t v1_;
  std::uint64_t v2_;
  std::uint64_t v3_;
};

}  // namespace

std::uint64_t keyed_hash(const HashKey& key, std::string_view text) {
  SipHash hash(key);
  std::size_t at = 0;
  for (; at + kWord <= text.size(); at += kWord) hash.take(word_of(text.substr(at, kWord)));
  hash.take(word_of(text.substr(at)) | static_cast<std::uint64_t>(text.size()) << 56U);
  return hash.finish();
}

}  // namespace ibtikar
