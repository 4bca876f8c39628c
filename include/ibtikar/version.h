// The program's name and version, as reports and `ibtikar version` show them.
#pragma once

#include <string_view>

namespace ibtikar {

inline constexpr std::string_view kEngineName = "ibtikar";

/// The version of this library, e.g. "0.2.0" (semver.org). Set once, in CMakeLists.txt.
[[nodiscard]] std::string_view version();

}  // namespace ibtikar
