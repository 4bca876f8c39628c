// Names of nodes: every node of linked data needs an address of its own, and nobody gives ours one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ibtikar {

/// "urn:uuid:...", made of what makes the thing what it is (RFC 9562, version 8). The same parts give
/// the same name in every file, so that statements about one thing come together.
[[nodiscard]] std::string urn_of(const std::vector<std::string_view>& parts);

}  // namespace ibtikar
