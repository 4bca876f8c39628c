// SipHash-2-4 against the values of its reference implementation.
#include "base/keyed_hash.h"

#include <string>

#include <gtest/gtest.h>

namespace ibtikar {
namespace {

TEST(KeyedHash, GivesTheReferenceValues) {
  const HashKey key = {0x0706050403020100U, 0x0f0e0d0c0b0a0908U};
  std::string text;
  EXPECT_EQ(keyed_hash(key, text), 0x726fdb47dd0e0e31U);
  text.push_back('\0');
  EXPECT_EQ(keyed_hash(key, text), 0x74f839c593dc67fdU);
  for (char c = 1; c < 15; ++c) text.push_back(c);
  EXPECT_EQ(keyed_hash(key, text), 0xa129ca6149be45e5U) << "of the paper's appendix";
}

TEST(KeyedHash, DependsOnTheKey) { EXPECT_NE(keyed_hash({0, 0}, "a"), keyed_hash({0, 1}, "a")); }

}  // namespace
}  // namespace ibtikar
