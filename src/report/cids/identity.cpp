// See identity.h.
#include "report/cids/identity.h"

#include <fmt/format.h>

#include "base/digest.h"

namespace ibtikar {

std::string urn_of(const std::vector<std::string_view>& parts) {
  std::string all;
  // With its length, so that no two lists of parts read the same.
  for (const std::string_view part : parts) all += fmt::format("{} {}\n", part.size(), part);
  constexpr std::string_view kPrefix = "sha256:";
  const std::string digest = sha256(all);
  std::string hex = digest.substr(kPrefix.size());
  // Two fields say which kind of identifier it is: version 8 (made by a rule of one's own), and the
  // variant, whose digit is one of 8, 9, a and b.
  hex[12] = '8';
  constexpr std::string_view kDigits = "0123456789abcdef";
  hex[16] = kDigits[8 + kDigits.find(hex[16]) % 4];
  return fmt::format("urn:uuid:{}-{}-{}-{}-{}", hex.substr(0, 8), hex.substr(8, 4), hex.substr(12, 4),
                     hex.substr(16, 4), hex.substr(20, 12));
}

}  // namespace ibtikar
