// Manual pages, made from the table of commands: `man ibtikar`, `man ibtikar-score`.
#pragma once

#include <string>
#include <string_view>

#include "cli/command_line/command.h"

namespace ibtikar::cli {

/// "ibtikar-rubric-check": the name of a command's manual page.
[[nodiscard]] std::string man_page_name(const CommandPath& path);

/// The manual page of the command at the end of `path` in a language (BCP 47), as source for man(1):
/// the macros of man(7), in UTF-8. The same arguments give the same bytes.
[[nodiscard]] std::string man_page(const CommandPath& path, std::string_view language);

}  // namespace ibtikar::cli
