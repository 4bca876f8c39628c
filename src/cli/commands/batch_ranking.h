// The rows of a batch that are kept until all records are there: sorted ones, the two ends of a
// table, and all of a page.
#pragma once

#include <string>
#include <vector>

#include "cli/commands/batch_plan.h"
#include "cli/output/ranking.h"
#include "ibtikar/report.h"
#include "ibtikar/summary.h"

namespace ibtikar::cli {

class BatchRanking {
 public:
  /// Fails with code "usage" if --sort names what there is not.
  [[nodiscard]] static Result<BatchRanking> make(const BatchCommand& options, const Rubric& rubric,
                                                 BatchForm form);

  void add(RankedRow&& row);
  /// The rows in order. They are here no longer.
  [[nodiscard]] std::vector<RankedRow> take() { return std::move(best_).take(); }
  /// All rows as a table: the first, and the last if there are more.
  [[nodiscard]] std::string table(const Rubric& rubric, const Summary& summary, const TextOptions& look);

 private:
  BatchRanking(Ranking best, Ranking last, bool keeps_last)
      : best_(std::move(best)), last_(std::move(last)), keeps_last_(keeps_last) {}

  Ranking best_;
  Ranking last_;  ///< from the other end, if the table shows it
  bool keeps_last_;
};

}  // namespace ibtikar::cli
