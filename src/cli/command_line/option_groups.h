// The options of a command in groups, in the order in which help and manual pages show them.
#pragma once

#include <optional>
#include <vector>

#include "cli/command_line/command.h"

namespace ibtikar::cli {

struct OptionGroup {
  std::optional<Message> title;  ///< "Input:"; none where the command has few options
  std::vector<CommandOption> options;
};

/// All options but arguments, with --help. None of the groups is empty.
[[nodiscard]] std::vector<OptionGroup> grouped_options(const Command& command);

/// What an option is for, with the options that exclude it.
[[nodiscard]] Message described(const CommandOption& option);

}  // namespace ibtikar::cli
