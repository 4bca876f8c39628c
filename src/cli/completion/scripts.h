// The completion scripts of shells, as they are installed.
#pragma once

#include <string_view>

namespace ibtikar::cli {

[[nodiscard]] std::string_view bash_completion();
[[nodiscard]] std::string_view zsh_completion();
[[nodiscard]] std::string_view fish_completion();

}  // namespace ibtikar::cli
