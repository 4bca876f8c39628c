// A summary of a batch, counted again from the proposals.
#include <utility>

#include "cli/commands/verify_kinds.h"
#include "cli/load.h"
#include "cli/scoring.h"
#include "codec/results/json_difference.h"
#include "codec/results/summary_json.h"

namespace ibtikar::cli {
namespace {

/// Where rows go that nobody reads.
constexpr const char* kNowhere = "/dev/null";

struct CountedAgain {
  CapturedRun run;
  std::string text;
};

CountedAgain count_again(const VerifyOptions& options, const std::string& rubric, bool lenient,
                         const Environment& env) {
  BatchCommand batch = batch_again(options, rubric);
  batch.lenient = lenient;
  batch.format = "ndjson";
  batch.output = kNowhere;
  batch.summary = "-";
  TextSink out;
  CapturedRun run =
      run_captured(out, env, [&](Environment& inner) { return run_batch_command(batch, inner); });
  return {std::move(run), out.text()};
}

Verification compared_summary(const SavedFile& saved, const std::string& text, const Summary& summary,
                              const std::string& now) {
  Verification verification = verification_of(saved, "summary");
  verification.records = summary.scored + summary.rejected;
  const Checked<Summary> counted = decode_summary({saved.path(), now});
  if (counted && counted->digest != summary.digest)
    add(verification,
        VerificationCause{VerificationCause::Of::rubric, "", summary.digest, counted->digest, 1});
  RecordDifference difference{"", RecordDifference::What::values, json_differences(text, now)};
  if (!difference.values.empty()) add(verification, std::move(difference));
  return verification;
}

}  // namespace

Verified verify_summary(const SavedFile& saved, const VerifyOptions& options, Environment& env) {
  const Result<std::string> text = saved.whole(kMaxDocumentBytes);
  if (!text) return {std::nullopt, env.report(text.error())};
  const Checked<Summary> summary = decode_summary({shown_name(saved.path()), *text});
  if (!summary) return {std::nullopt, env.report(summary.error())};
  std::string rubric = options.common.rubric;
  if (rubric.empty() && is_builtin_rubric(summary->rubric)) rubric = summary->rubric;
  CountedAgain now = count_again(options, rubric, options.run.lenient, env);
  if (now.text.empty()) {
    env.err.show(now.run.told);
    return {std::nullopt, now.run.status};
  }
  Verification verification = compared_summary(saved, *text, *summary, now.text);
  if (!verification.same() && !options.run.lenient && !reads_standard_input(options)) {
    const CountedAgain lenient = count_again(options, rubric, true, env);
    if (lenient.text == *text) {
      verification = compared_summary(saved, *text, *summary, lenient.text);
      verification.found.emplace_back("--lenient");
    }
  }
  const bool is_unread = now.run.status == ExitStatus::io_failure;
  if (is_unread) env.err.show(now.run.told);
  return {std::move(verification), is_unread ? now.run.status : ExitStatus::done};
}

}  // namespace ibtikar::cli
