// From a command line to values, by the table of commands.
//
// The library CLI11 does the reading. Its header takes seconds to compile, so that it is known to
// one file only: parse.cpp.
#pragma once

#include <string>
#include <vector>

#include "cli/command_line/command.h"
#include "ibtikar/message.h"

namespace ibtikar::cli {

/// What a command line says. The values are where the options' targets point to.
struct Parsed {
  CommandPath path;            ///< the innermost command that is named
  bool wants_help = false;     ///< --help, whatever else there is
  std::vector<Message> fault;  ///< sentences: what is wrong, what may be meant, where to read more; or none
};

/// Reads the arguments, which come without the program's name. Only the program itself may be named
/// without one of its commands. `program` outlives the result.
[[nodiscard]] Parsed parse(const Command& program, std::vector<std::string> arguments);

/// The sentences of a fault at a command: the fault itself, what was meant by `typed` if that is
/// known, and where its help is.
[[nodiscard]] std::vector<Message> complaint(Message fault, const CommandPath& path, std::string_view typed);

/// "There is no command {0}.", as complaint() has it.
[[nodiscard]] std::vector<Message> no_such_command(const CommandPath& path, std::string_view typed);

}  // namespace ibtikar::cli
