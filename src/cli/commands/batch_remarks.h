// What a batch says on standard error about its records, and the status that it ends with.
#pragma once

#include <cstdint>

#include "cli/environment.h"
#include "ibtikar/batch.h"

namespace ibtikar::cli {

/// What is counted from 1: all records, those of a shard, or rows.
enum class Counted { records, records_of_shard, rows };

class BatchRemarks {
 public:
  /// `env` outlives it. `quiet`: errors only.
  BatchRemarks(Environment& env, bool quiet, Counted counted) : env_(env), quiet_(quiet), counted_(counted) {}

  /// Faults, warnings, notes and repeated ids of one block.
  void tell(const BlockResult& result);
  void warn(const Message& remark);
  /// A line about one record, and one about the run; nothing when quiet.
  void note(const Message& line);
  void say(const Message& sentence);
  /// What is said once all records are there.
  void end(const Summary& summary);
  /// How many ids were repeated.
  void end_repeated();

  [[nodiscard]] ExitStatus status() const { return status_; }
  void worsen(ExitStatus status) { status_ = worse(status_, status); }

 private:
  void tell_faults(const Diagnostics& faults);
  void tell_repeated(const std::vector<Repeated>& repeated);

  Environment& env_;
  bool quiet_;
  Counted counted_;
  std::size_t told_ = 0;
  std::uint64_t repeated_ = 0;
  ExitStatus status_ = ExitStatus::done;
};

}  // namespace ibtikar::cli
