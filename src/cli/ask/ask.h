// `ibtikar ask`: the interview. Answers go to a file as they come.
#pragma once

#include <string>
#include <vector>

#include "cli/command_line/command.h"
#include "cli/environment.h"

namespace ibtikar::cli {

struct AskOptions {
  CommonOptions common;
  bool title_was_asked = false;  ///< before the file had a name; it may have been left out
  std::string file;              ///< empty: see ask_start.h
  std::string title;             ///< this and the next four: empty leaves what the file has
  std::string id;
  std::string organization;
  std::string assessor;
  std::string date;
  std::vector<std::string> only;  ///< ids of sections, criteria or questions; empty: all
  std::string order = "rubric";   ///< or value
  std::string bidi = "auto";      ///< or visual, logical
  bool list = false;
  bool review = false;
  bool plain = false;
  bool no_input = false;
};

[[nodiscard]] Command ask_command(AskOptions& options);

/// Asks until no question is open, the user stops, or input ends; see docs/commands/ask.md.
[[nodiscard]] ExitStatus run_ask(const AskOptions& options, Environment& env);

}  // namespace ibtikar::cli
