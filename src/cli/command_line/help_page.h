// Help pages, made from the table of commands.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "cli/command_line/command.h"

namespace ibtikar::cli {

/// What the command at the end of `path` is for, and everything that it takes, in a language (BCP
/// 47), on `columns` of a terminal, but at least 50 and at most 80. In a language that runs from
/// right to left the page begins at the right edge.
[[nodiscard]] std::string help_page(const CommandPath& path, std::string_view language, std::size_t columns);

}  // namespace ibtikar::cli
