// SHA-256 (FIPS 180-4), by libmd; only this module names it.
#pragma once

#include <string>
#include <string_view>

namespace ibtikar {

/// "sha256:" and 64 hexadecimal digits.
[[nodiscard]] std::string sha256(std::string_view bytes);

}  // namespace ibtikar
