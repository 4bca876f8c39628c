// Where the project and the built program are.
#pragma once

#include <string>

namespace ibtikar::test {

/// The project's folder.
[[nodiscard]] std::string project_dir();
/// The built program.
[[nodiscard]] std::string program();

/// Libraries to preload into it: failing_calls.cpp and failing_memory.cpp.
[[nodiscard]] std::string failing_calls();
[[nodiscard]] std::string failing_memory();

}  // namespace ibtikar::test
