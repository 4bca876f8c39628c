// Runs a command again and again while one of its system calls fails, each time another one, until no call is
// left to fail; and says what was not as docs/reliability.md promises.
//
// What holds after each run: a fault that changed nothing is told by nobody, and the same bytes are there.
// Any other ends with status 4 (memory: 70), and the message has the reason and a name. Every output is the
// old one or the new one, whole, and nothing lies beside it. An interrupted call, or one that reads or writes
// less than was asked, changes nothing at all.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "support/fault_cases.h"
#include "support/process.h"
#include "support/temp_dir.h"

namespace ibtikar::test {

/// A kind of call as failing_calls.cpp names it, and how it fails.
struct FaultKind {
  std::string call;
  int error = 0;             ///< 0: a short read or write
  bool lasts = false;        ///< all later ones fail too
  bool is_harmless = false;  ///< nothing depends on it: unnoticed is right, whatever the error

  /// "write ENOSPC lasting"
  [[nodiscard]] std::string name() const;
  /// Whether it must change nothing.
  [[nodiscard]] bool is_no_failure() const;
  /// Whether what is read may be cut by it.
  [[nodiscard]] bool is_of_reading() const;
  [[nodiscard]] bool is_memory() const { return call == "new" || call == "malloc"; }
};

/// All kinds; those of one call stand together.
[[nodiscard]] const std::vector<FaultKind>& fault_kinds();

/// Which calls of a kind fail: the first, then each that is further by `step`, and by a `share`th of how far
/// it is (0: of nothing), so that many calls are tried more sparsely.
struct FaultSteps {
  int first = 1;
  int step = 1;
  int share = 0;
};

/// What came of one kind.
struct FaultTally {
  int calls = 0;                    ///< that failed, each in a run of its own
  std::map<int, int> by_status;     ///< of those runs
  std::vector<std::string> faults;  ///< what was not as promised, at most ten
};

class FaultSweep {
 public:
  /// Throws std::runtime_error if the command does not end as its case says when nothing fails.
  explicit FaultSweep(FaultCase one);

  [[nodiscard]] FaultTally sweep(const FaultKind& kind, const FaultSteps& steps) const;

 private:
  using Files = std::map<std::string, std::string>;

  void begin_anew() const;
  [[nodiscard]] Finished run(const FaultKind* kind, int nth) const;
  [[nodiscard]] Files outputs() const;
  [[nodiscard]] std::string old_text(const std::string& name) const;
  [[nodiscard]] bool is_as_usual(const Finished& finished, const Files& now) const;
  [[nodiscard]] bool must_be_told(const FaultKind& kind) const;
  /// What is wrong with the end of a run; empty: nothing.
  [[nodiscard]] std::string fault_of(const FaultKind& kind, const Finished& finished) const;
  [[nodiscard]] std::string fault_of_files(const FaultKind& kind, const Files& now, bool all_new) const;
  [[nodiscard]] std::string fault_of_message(const FaultKind& kind, const std::string& told) const;

  FaultCase case_;
  TempDir here_;
  TempDir apart_;
  Files new_;         // what a run that does not fail leaves
  Files old_;         // what is there before a run
  std::string told_;  // by a run that does not fail
};

}  // namespace ibtikar::test
