// The user's own editor on a text.
#pragma once

#include <string>

#include "ibtikar/result.h"

namespace ibtikar::io {

/// Starts $VISUAL, else $EDITOR, else vi on a temporary file (0600) that holds `text`, waits, and
/// returns what the file holds then, without line ends at its end. Fails (code "io") when the
/// program cannot be started or ends with a status other than 0; nothing is taken then.
[[nodiscard]] Result<std::string> edit_in_program(const std::string& text);

}  // namespace ibtikar::io
