// What a run checks on each of its proposals, and says about it: the limits of --fail-under.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cli/checks/outcome.h"
#include "cli/checks/thresholds.h"
#include "cli/command_line/command.h"
#include "cli/exit_status.h"

namespace ibtikar::cli {

struct CheckOptions {
  std::vector<std::string> fail_under;  ///< limits, as they were typed
};

[[nodiscard]] std::vector<CommandOption> check_options(CheckOptions& options);

class ProposalChecks {
 public:
  /// Fails with code "usage" if the command line is wrong.
  [[nodiscard]] static Result<ProposalChecks> make(const CheckOptions& options);

  /// Whether there is anything to check.
  [[nodiscard]] bool any() const { return !thresholds_.empty(); }
  /// What the checks name and the rubric has not.
  [[nodiscard]] std::optional<Message> fault(const OutcomeNames& names) const;
  /// What does not hold for a proposal: a sentence each. It is counted.
  [[nodiscard]] std::vector<Message> failures(const OutcomeNames& names, const Outcome& outcome);
  /// How many proposals failed, for the end of the run; nothing if none did.
  [[nodiscard]] std::vector<Message> totals() const;
  [[nodiscard]] ExitStatus status() const;

 private:
  Thresholds thresholds_;
  std::uint64_t checked_ = 0;
  std::uint64_t missed_ = 0;  ///< that miss a threshold
};

}  // namespace ibtikar::cli
