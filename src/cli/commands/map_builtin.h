// `ibtikar map list`, `show` and `schema`: the mappings that are part of the program.
#pragma once

#include "cli/commands/map.h"

namespace ibtikar::cli {

/// Whether the arguments ask for one of the three.
[[nodiscard]] bool is_about_builtin_mappings(const MapOptions& options);

/// Prints the list, the text of one, or the JSON Schema of all.
[[nodiscard]] ExitStatus run_builtin_mappings(const MapOptions& options, Environment& env);

}  // namespace ibtikar::cli
