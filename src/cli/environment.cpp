// See environment.h.
#include "cli/environment.h"

#include <algorithm>

namespace ibtikar::cli {

ExitStatus status_of(const Diagnostic& diagnostic) {
  return diagnostic.is(Code::io) ? ExitStatus::io_failure : ExitStatus::invalid_input;
}

ExitStatus status_of(const Diagnostics& diagnostics) {
  const auto error = std::find_if(diagnostics.begin(), diagnostics.end(),
                                  [](const Diagnostic& d) { return d.severity == Severity::error; });
  return error == diagnostics.end() ? ExitStatus::invalid_input : status_of(*error);
}

ExitStatus Environment::report(const Diagnostic& fault) {
  err.report(fault);
  return status_of(fault);
}

ExitStatus Environment::report(const Diagnostics& faults) {
  err.report(faults);
  return status_of(faults);
}

ExitStatus Environment::finish(const Result<void>& written) {
  if (written || written.error().is(Code::closed_pipe) || written.error().is(Code::interrupted))
    return ExitStatus::done;
  if (written.error().file == kStandardOutput) return ExitStatus::io_failure;
  return report(written.error());
}

}  // namespace ibtikar::cli
