// A file with every byte, embedded as cmake/embed.cmake does it.
#pragma once

#include <string_view>

namespace ibtikar::test {

[[nodiscard]] std::string_view every_byte();

}  // namespace ibtikar::test
