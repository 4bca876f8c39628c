// How a run ends: the contract of docs/formats.md, "Exit status".
#pragma once

namespace ibtikar::cli {

enum class ExitStatus {
  done = 0,
  threshold_not_met = 1,  ///< --fail-under, --baseline; a saved result is not the same
  usage = 2,              ///< the command line is wrong
  invalid_input = 3,      ///< a rubric or at least one proposal; the others were still handled
  io_failure = 4,         ///< reading or writing failed
  defect = 70,            ///< ours
};

/// Of several that hold, the largest.
[[nodiscard]] constexpr ExitStatus worse(ExitStatus a, ExitStatus b) { return a < b ? b : a; }

}  // namespace ibtikar::cli
