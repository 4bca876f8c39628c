// An interrupted batch, and how the next run continues it: see docs/commands/batch.md, "When a run
// is interrupted".
#pragma once

#include <optional>
#include <string>

#include "cli/commands/batch_plan.h"
#include "cli/output/part_files.h"

namespace ibtikar::cli {

/// What the user is told after an interruption.
struct Advice {
  Message sentence;
  std::string command;  ///< leads to the whole
};

class BatchContinuation {
 public:
  /// `options` and `rubric` outlive it.
  BatchContinuation(const BatchCommand& options, const Rubric& rubric, BatchForm form)
      : options_(options), rubric_(rubric), form_(form) {}

  /// With --continue: puts what the interrupted run did into this run's outputs, and knows of it as
  /// before() from then on. False when there is none. Fails with code "usage" when it was a run of
  /// another command.
  [[nodiscard]] Result<bool> resume(const HeldOutputs& outputs);
  [[nodiscard]] const std::optional<BatchState>& before() const { return before_; }

  /// This run was interrupted. The outputs stay as they were; what was done is kept beside them if
  /// the next run can go on with it.
  [[nodiscard]] Result<Advice> stop(const HeldOutputs& outputs, BatchState now) const;

  /// This run came to its end: nothing is left of an interrupted one.
  void end(const HeldOutputs& outputs) const;

 private:
  [[nodiscard]] bool can_continue() const;
  [[nodiscard]] std::string asked() const;

  const BatchCommand& options_;
  const Rubric& rubric_;
  BatchForm form_;
  std::optional<BatchState> before_;
};

}  // namespace ibtikar::cli
