// The program: a command line in, an exit status out.
#pragma once

#include <string>
#include <vector>

#include "cli/environment.h"

namespace ibtikar::cli {

/// Understands the arguments (without the program's name) and runs one command.
[[nodiscard]] ExitStatus run(const std::vector<std::string>& arguments, Environment& env);

/// run() with the real world around it: what main() does. Does not come back
/// when a signal ended the run: the signal is raised again after cleaning up.
[[nodiscard]] int run_program(int argc, const char* const* argv);

/// Ends the process where an allocation fails, in place of std::bad_alloc: inside a library's noexcept
/// function an exception could not be told from a defect. Status 70; temporary files are removed.
[[noreturn]] void end_without_memory();

}  // namespace ibtikar::cli
