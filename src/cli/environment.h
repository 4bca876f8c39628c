// What a command gets from the world: streams, typed lines, surroundings.
// main() makes the real one; a test makes one of strings.
#pragma once

#include "cli/exit_status.h"
#include "ibtikar/streams.h"
#include "io/terminal/terminal.h"

namespace ibtikar::cli {

struct Environment {
  ByteSink& out;      ///< results
  ByteSink& err;      ///< everything else
  LineSource& lines;  ///< what a person types, or a pipe
  io::Surroundings surroundings;
};

/// Options that every command shares; see shared_options.h for how they are declared.
struct CommonOptions {
  std::string
      rubric;  ///< -r: a built-in id or a path; empty: what the proposal names, else social-innovation
  std::string language;  ///< -l: BCP 47; empty: from the environment
  std::string color = "auto";
  bool quiet = false;
};

}  // namespace ibtikar::cli
