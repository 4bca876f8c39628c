// `ibtikar completion`: scripts that make a shell complete ibtikar's commands, options and values.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/command_line/command.h"
#include "cli/environment.h"

namespace ibtikar::cli {

/// The first argument by which the scripts ask what may stand in place of the last one. No command:
/// people do not type it.
inline constexpr std::string_view kCompleteRequest = "__complete";

struct CompletionOptions {
  std::string shell;
  std::string language;
};

[[nodiscard]] Command completion_command(CompletionOptions& options);

/// Answers a script: a candidate with a tab and its description per line; ":files" where names of
/// files fit, too.
[[nodiscard]] ExitStatus print_candidates(const Command& program, std::vector<std::string> words,
                                          Environment& env);

}  // namespace ibtikar::cli
