// See proposal_checks.h.
#include "cli/checks/proposal_checks.h"

#include <utility>

namespace ibtikar::cli {

std::vector<CommandOption> check_options(CheckOptions& options) {
  return {fail_under_option(options.fail_under)};
}

Result<ProposalChecks> ProposalChecks::make(const CheckOptions& options) {
  Result<Thresholds> thresholds = parse_thresholds(options.fail_under);
  if (!thresholds) return fail(thresholds.error());
  ProposalChecks checks;
  checks.thresholds_ = *std::move(thresholds);
  return checks;
}

std::optional<Message> ProposalChecks::fault(const OutcomeNames& names) const {
  return unknown_name(thresholds_, names);
}

std::vector<Message> ProposalChecks::failures(const OutcomeNames& names, const Outcome& outcome) {
  std::vector<Message> failures = misses(thresholds_, names, outcome);
  ++checked_;
  if (!failures.empty()) ++missed_;
  return failures;
}

std::vector<Message> ProposalChecks::totals() const {
  if (missed_ == 0) return {};
  return {counted("{0} of {1} proposals does not reach what --fail-under asks for",
                  "{0} of {1} proposals do not reach what --fail-under asks for", missed_, checked_)};
}

ExitStatus ProposalChecks::status() const {
  return missed_ > 0 ? ExitStatus::threshold_not_met : ExitStatus::done;
}

}  // namespace ibtikar::cli
