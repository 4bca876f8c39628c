// PartFiles: what an interrupted batch leaves behind so that it can be continued.
//
//   FILE.part     what would have gone into FILE so far (of the rows, the rejects and the answers)
//   FILE.resume   how far that is: records, bytes of each part, the summary, and a digest of what was asked
//   for
//
// FILE.resume stands beside the first output that is held back: rows, rejects, answers or summary. Its first
// lines are "NAME VALUE", then a blank line, then an ibtikar-summary/1.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "cli/exit_status.h"
#include "ibtikar/result.h"
#include "ibtikar/summary.h"
#include "io/files/output.h"

namespace ibtikar::cli {

/// The outputs of one run; null: not asked for.
struct HeldOutputs {
  io::Output* rows = nullptr;
  io::Output* rejects = nullptr;
  io::Output* answers = nullptr;
  io::Output* summary = nullptr;
};

/// How far a batch came.
struct BatchState {
  std::string asked;  ///< digest of all that the outputs depend on
  std::uint64_t records = 0;
  std::uint64_t rows = 0;     ///< bytes of rows written
  std::uint64_t rejects = 0;  ///< bytes of rejects written
  std::uint64_t answers = 0;  ///< bytes of answers written
  ExitStatus status = ExitStatus::done;
  Summary summary;
};

[[nodiscard]] std::string encode_state(const BatchState& state);
/// Fails on anything else than what encode_state() wrote.
[[nodiscard]] Result<BatchState> decode_state(const std::string& file, const std::string& text);

/// The names that belong to the outputs of one run.
class PartFiles {
 public:
  explicit PartFiles(const HeldOutputs& outputs);

  /// Whether anything is held back, so that there is something to continue.
  [[nodiscard]] bool has_place() const { return !state_.empty(); }
  [[nodiscard]] const std::string& state_file() const { return state_; }

  /// What an earlier run left. Empty if there is no such file. Fails if it is damaged.
  [[nodiscard]] Result<std::optional<BatchState>> read() const;
  /// What the earlier run wrote goes to the beginning of this one's outputs.
  [[nodiscard]] Result<void> copy_to(const HeldOutputs& outputs, const BatchState& state) const;
  /// Puts what was written so far beside the outputs, which stay as they were. Fails when something
  /// that is not ours has one of the names.
  [[nodiscard]] Result<void> keep(const HeldOutputs& outputs, const BatchState& state) const;
  /// The batch is whole: nothing is left of an interrupted one.
  void remove() const;

 private:
  std::string state_;
  std::string rows_part_;  ///< empty: rows are not held back
  std::string rejects_part_;
  std::string answers_part_;
};

}  // namespace ibtikar::cli
