// See batch_remarks.h.
#include "cli/commands/batch_remarks.h"

#include "base/safe_text.h"
#include "cli/output/rejected_totals.h"

namespace ibtikar::cli {

void BatchRemarks::tell(const BlockResult& result) {
  tell_faults(result.faults);
  tell_repeated(result.repeated);
  for (const auto& line : result.notes) env_.err.note(line);
  if (!quiet_) env_.err.report(result.warnings);
}

/// The first faults are shown, and all failures to read; all are counted.
void BatchRemarks::tell_faults(const Diagnostics& faults) {
  for (const Diagnostic& fault : faults) {
    worsen(status_of(fault));
    if (told_++ < kMaxDiagnostics || status_of(fault) == ExitStatus::io_failure) env_.err.report(fault);
  }
}

void BatchRemarks::tell_repeated(const std::vector<Repeated>& repeated) {
  constexpr std::uint64_t kMostShown = 10;
  for (const Repeated& one : repeated) {
    if (++repeated_ > kMostShown) continue;
    const std::string id = ibtikar::quoted(one.id);
    switch (counted_) {
      case Counted::records:
        warn(message("records {0} and {1} have the same id {2}", one.earlier, one.record, id));
        break;
      case Counted::records_of_shard:
        warn(message("records {0} and {1} of this shard have the same id {2}", one.earlier, one.record, id));
        break;
      case Counted::rows:
        warn(message("rows {0} and {1} have the same id {2}", one.earlier, one.record, id));
        break;
    }
    if (repeated_ == kMostShown) warn(message("further repeated ids are counted only"));
  }
}

void BatchRemarks::warn(const Message& remark) {
  if (!quiet_) env_.err.warn(remark);
}

void BatchRemarks::note(const Message& line) {
  if (!quiet_) env_.err.note(line);
}

void BatchRemarks::say(const Message& sentence) {
  if (!quiet_) env_.err.say(sentence);
}

void BatchRemarks::end_repeated() {
  if (repeated_ > 0) warn(counted("{0} record repeats an id", "{0} records repeat an id", repeated_));
}

void BatchRemarks::end(const Summary& summary) {
  end_repeated();
  if (summary.left_out > 0) note(left_out_total(summary));
  if (summary.rejected > kMaxDiagnostics) env_.err.say(rejected_totals(summary));
}

}  // namespace ibtikar::cli
