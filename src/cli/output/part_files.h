// PartFiles: what an interrupted batch leaves behind so that it can be continued.
//
//   FILE.part     what would have gone into FILE so far (of the rows and of the rejects)
//   FILE.resume   how far that is: records, bytes of each part, the summary, and a digest of what was asked
//   for
//
// FILE.resume stands beside the first output that is held back: rows, rejects or summary. Its first
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

/// How far a batch came.
struct BatchState {
  std::string asked;  ///< digest of all that the outputs depend on
  std::uint64_t records = 0;
  std::uint64_t rows = 0;     ///< bytes of rows written
  std::uint64_t rejects = 0;  ///< bytes of rejects written
  ExitStatus status = ExitStatus::done;
  Summary summary;
};

[[nodiscard]] std::string encode_state(const BatchState& state);
/// Fails on anything else than what encode_state() wrote.
[[nodiscard]] Result<BatchState> decode_state(const std::string& file, const std::string& text);

/// The names that belong to the outputs of one run.
class PartFiles {
 public:
  /// Null if there is no such output.
  PartFiles(const io::Output* rows, const io::Output* rejects, const io::Output* summary);

  /// Whether anything is held back, so that there is something to continue.
  [[nodiscard]] bool has_place() const { return !state_.empty(); }
  [[nodiscard]] const std::string& state_file() const { return state_; }

  /// What an earlier run left. Empty if there is no such file. Fails if it is damaged.
  [[nodiscard]] Result<std::optional<BatchState>> read() const;
  /// The earlier run's rows and rejects go to the beginning of this one's.
  [[nodiscard]] Result<void> copy_to(io::Output* rows, io::Output* rejects, const BatchState& state) const;
  /// Puts what was written so far beside the outputs, which stay as they were. Fails when something
  /// that is not ours has one of the names.
  [[nodiscard]] Result<void> keep(io::Output* rows, io::Output* rejects, const BatchState& state) const;
  /// The batch is whole: nothing is left of an interrupted one.
  void remove() const;

 private:
  std::string state_;
  std::string rows_part_;  ///< empty: rows are not held back
  std::string rejects_part_;
};

}  // namespace ibtikar::cli
