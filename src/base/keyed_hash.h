// A hash that nobody can aim at who does not know its key: SipHash-2-4 (Aumasson and Bernstein,
// 2012). For tables of foreign texts: with a fixed hash, a file could put all of its texts into one
// place.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace ibtikar {

using HashKey = std::array<std::uint64_t, 2>;

[[nodiscard]] std::uint64_t keyed_hash(const HashKey& key, std::string_view text);

}  // namespace ibtikar
