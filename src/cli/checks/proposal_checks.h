// What a run checks on each of its proposals, and says about it: the limits of --fail-under, and
// the earlier run of --baseline.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cli/checks/baseline.h"
#include "cli/checks/outcome.h"
#include "cli/checks/thresholds.h"
#include "cli/command_line/command.h"
#include "cli/exit_status.h"

namespace ibtikar::cli {

struct CheckOptions {
  std::vector<std::string> fail_under;  ///< limits, as they were typed
  std::string baseline;                 ///< a file of saved results; empty: none
  bool baseline_any = false;            ///< worse by any amount
};

[[nodiscard]] std::vector<CommandOption> check_options(CheckOptions& options);

class ProposalChecks {
 public:
  /// Fails with code "usage" if the command line is wrong, and with the faults of the baseline.
  [[nodiscard]] static Checked<ProposalChecks> make(const CheckOptions& options);

  /// Whether there is anything to check.
  [[nodiscard]] bool any() const { return !thresholds_.empty() || baseline_; }
  /// What the checks name and the rubric has not.
  [[nodiscard]] std::optional<Message> fault(const OutcomeNames& names) const;
  /// What does not hold for a proposal: a sentence each. It is counted. Fails if the baseline is of
  /// another rubric.
  [[nodiscard]] Result<std::vector<Message>> failures(const OutcomeNames& names, const Outcome& outcome);
  /// How many proposals failed, and what else there is to say at the end of the run.
  [[nodiscard]] std::vector<Message> totals() const;
  [[nodiscard]] ExitStatus status() const;

 private:
  Thresholds thresholds_;
  std::optional<Baseline> baseline_;
  std::uint64_t checked_ = 0;
  std::uint64_t missed_ = 0;  ///< that miss a threshold
};

/// Shows why make() failed, and says which status that is.
[[nodiscard]] ExitStatus refuse_checks(const Diagnostics& faults, Environment& env);

}  // namespace ibtikar::cli
