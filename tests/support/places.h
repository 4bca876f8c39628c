// Where the project and the built program are.
#pragma once

#include <string>

namespace ibtikar::test {

/// The project's folder.
[[nodiscard]] std::string project_dir();
/// The built program.
[[nodiscard]] std::string program();

}  // namespace ibtikar::test
