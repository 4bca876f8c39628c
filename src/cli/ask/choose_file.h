// Before an interview: which file it goes into, and which interviews there are.
#pragma once

#include <string>

#include "cli/ask/ask.h"
#include "cli/environment.h"

namespace ibtikar::cli {

/// "garden-on-the-roof.json" for "Garden on the roof!": letters and digits of any script, small,
/// joined by hyphens, at most 60 bytes; "proposal.json" when the title has none.
[[nodiscard]] std::string suggested_file(std::string_view title);

/// The file that is meant when none was named, and the title that was asked for on the way: after
/// the title where there is one, else proposal.json if it is there, else a person is asked. Nothing
/// when input ended or the person stopped.
[[nodiscard]] bool choose_file(AskOptions& options, Environment& env);

/// `ask --list`: the proposals in this folder with how far each is.
[[nodiscard]] ExitStatus run_ask_list(const AskOptions& options, Environment& env);

}  // namespace ibtikar::cli
