// What tests of the short way of a batch share: it must say what the ordinary way says.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "batch/block_scorer.h"
#include "ibtikar/rubric.h"
#include "support/random.h"
#include "support/tabled.h"

namespace ibtikar::test {

/// IBTIKAR_SEED, else 0. Another one tries other cases.
[[nodiscard]] std::uint64_t first_seed();

/// Half of the seeds give built-in rubrics, the others random ones.
[[nodiscard]] Rubric rubric_of_seed(std::uint64_t seed);

/// Lines, or documents of a line each.
[[nodiscard]] Block block_of_records(std::string text, Block::Part::Kind kind);
/// Rows of a table that is written in this way.
[[nodiscard]] Block block_of_rows(const TableWay& way, std::string rows);

/// Records of one source, a line each: most as they are, some damaged.
[[nodiscard]] std::string random_records(const Rubric& rubric, std::size_t count, std::size_t damaged_percent,
                                         Random& random);
/// The same of rows; the last one may have no line end.
[[nodiscard]] std::string random_rows(const Rubric& rubric, const TableWay& way, std::size_t count,
                                      std::size_t torn_percent, Random& random);

/// Scores blocks both ways.
class BothWays {
 public:
  /// Both must outlive this.
  BothWays(const Rubric& rubric, const BatchOptions& options);
  BothWays(const BothWays&) = delete;

  /// False: the rubric or the options have no short way.
  [[nodiscard]] bool are_two() const { return plan_ != nullptr; }
  /// In what the two differ on this block: rows, faults, warnings, ids, rejected records, ranked rows. Empty:
  /// in nothing. Requires: are_two().
  [[nodiscard]] std::string difference_on(const Block& block);
  /// In what the summaries of all blocks so far differ.
  [[nodiscard]] std::string difference_of_summaries();
  /// How many records of the last block were rejected.
  [[nodiscard]] std::uint64_t rejected() { return quick_->result().rejected; }
  /// How many rows of tables went the short way.
  [[nodiscard]] std::uint64_t plain_rows() const { return quick_->plain_rows(); }

 private:
  Scorer scorer_;
  RowText rows_;
  std::unique_ptr<const PlainPlan> plan_;
  std::optional<BlockScorer> quick_;
  std::optional<BlockScorer> ordinary_;
};

}  // namespace ibtikar::test
