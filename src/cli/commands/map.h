// `ibtikar map`: proposes a mapping for a table, and checks one.
#pragma once

#include <string>
#include <vector>

#include "cli/command_line/command.h"
#include "cli/environment.h"
#include "cli/table_options.h"

namespace ibtikar::cli {

struct MapOptions {
  CommonOptions common;
  std::vector<std::string> files;  ///< the table; or "check", "list", "show" or "schema", and to what
  std::string output;              ///< the mapping to write; empty: none
  std::string format = "text";     ///< of the report: text or json
  TableOptions tables;
  bool accept = false;  ///< take what is doubtful, too
  bool no_input = false;
};

[[nodiscard]] Command map_command(MapOptions& options);
[[nodiscard]] ExitStatus run_map(const MapOptions& options, Environment& env);

}  // namespace ibtikar::cli
