// Commands to copy: words as a shell takes them.
#pragma once

#include <string>
#include <vector>

namespace ibtikar::cli {

/// A word for the shell: in quotation marks where it needs them. A file's name, not an option's.
[[nodiscard]] std::string shell_word(const std::string& text);

/// "ibtikar batch 'my folder' -o out.csv": a command as a user types it, for a terminal.
[[nodiscard]] std::string shell_command(const std::vector<std::string>& arguments);

}  // namespace ibtikar::cli
