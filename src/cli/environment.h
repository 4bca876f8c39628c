// What a command gets from the world: streams, typed lines, surroundings.
// main() makes the real one; a test makes one of strings.
#pragma once

#include <string>
#include <string_view>

#include "cli/exit_status.h"
#include "cli/messages.h"
#include "ibtikar/streams.h"
#include "io/terminal/terminal.h"

namespace ibtikar::cli {

/// What diagnostics call standard output.
inline constexpr const char* kStandardOutput = "standard output";

/// The exit status that a diagnostic stands for: io_failure for code "io", else invalid_input.
[[nodiscard]] ExitStatus status_of(const Diagnostic& diagnostic);
/// That of the first error.
[[nodiscard]] ExitStatus status_of(const Diagnostics& diagnostics);

struct Environment {
  ByteSink& out;      ///< results
  Messages err;       ///< everything else
  LineSource& lines;  ///< what a person types, or a pipe
  io::Surroundings surroundings;

  /// Shows what went wrong, and says which exit status it stands for.
  ExitStatus report(const Diagnostic& fault);
  ExitStatus report(const Diagnostics& faults);
  /// The outcome of writing results. A reader that left early is no failure, and neither is a signal
  /// that asked to stop. Failures of standard output are reported once, at the end of the run; every
  /// other failure is reported here.
  [[nodiscard]] ExitStatus finish(const Result<void>& written);
  /// Writes results to standard output.
  [[nodiscard]] ExitStatus print(std::string_view text) { return finish(out.write(text)); }
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
