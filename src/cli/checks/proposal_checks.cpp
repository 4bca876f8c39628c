// See proposal_checks.h.
#include "cli/checks/proposal_checks.h"

#include <iterator>
#include <utility>

#include "cli/output/documents.h"

namespace ibtikar::cli {

std::vector<CommandOption> check_options(CheckOptions& options) {
  return {fail_under_option(options.fail_under),
          {.names = "--baseline",
           .value = "FILE",
           .description = message("exit with status 1 if a proposal is certainly worse than in FILE, rows of "
                                  "`batch` or assessments of `score` of an earlier run"),
           .target = &options.baseline,
           .group = Group::assessment},
          {.names = "--any",
           .description = message("with --baseline: worse by any amount, not only certainly"),
           .target = &options.baseline_any,
           .group = Group::assessment}};
}

Checked<ProposalChecks> ProposalChecks::make(const CheckOptions& options) {
  Result<Thresholds> thresholds = parse_thresholds(options.fail_under);
  if (!thresholds) return fail(Diagnostics{thresholds.error()});
  if (options.baseline_any && options.baseline.empty())
    return fail(Diagnostics{error_at("", Code::usage, message("--any needs --baseline FILE"))});
  ProposalChecks checks;
  checks.thresholds_ = *std::move(thresholds);
  if (options.baseline.empty()) return checks;
  Checked<Baseline> baseline = Baseline::read(options.baseline, options.baseline_any);
  if (!baseline) return fail(std::move(baseline.error()));
  checks.baseline_ = *std::move(baseline);
  return checks;
}

std::optional<Message> ProposalChecks::fault(const OutcomeNames& names) const {
  return unknown_name(thresholds_, names);
}

Result<std::vector<Message>> ProposalChecks::failures(const OutcomeNames& names, const Outcome& outcome) {
  std::vector<Message> failures = misses(thresholds_, names, outcome);
  ++checked_;
  if (!failures.empty()) ++missed_;
  if (!baseline_) return failures;
  Result<std::vector<Message>> worse = baseline_->worse(names, outcome);
  if (!worse) return worse;
  std::move(worse->begin(), worse->end(), std::back_inserter(failures));
  return failures;
}

std::vector<Message> ProposalChecks::totals() const {
  std::vector<Message> totals;
  if (missed_ > 0)
    totals.push_back(counted("{0} of {1} proposals does not reach what --fail-under asks for",
                             "{0} of {1} proposals do not reach what --fail-under asks for", missed_,
                             checked_));
  if (!baseline_) return totals;
  std::vector<Message> more = baseline_->totals();
  std::move(more.begin(), more.end(), std::back_inserter(totals));
  return totals;
}

ExitStatus ProposalChecks::status() const {
  return missed_ > 0 || (baseline_ && baseline_->found_worse()) ? ExitStatus::threshold_not_met
                                                                : ExitStatus::done;
}

ExitStatus refuse_checks(const Diagnostics& faults, Environment& env) {
  return faults.front().is(Code::usage) ? refuse_usage(faults.front().message, env) : env.report(faults);
}

}  // namespace ibtikar::cli
