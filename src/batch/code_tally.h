// CodeTally: counts rows for the summary by what their answers are, and adds them to it at the end.
//
// add() of a Summary looks at each question's state and credit. Here a question is one count at the
// place of its answer; what the place stands for is asked once for all records.
#pragma once

#include <cstdint>
#include <vector>

#include "ibtikar/summary.h"
#include "score/answer_table.h"

namespace ibtikar {

class CodeTally {
 public:
  /// `table` must outlive this.
  explicit CodeTally(const ScoreTable& table);

  void add(const ShortRow& row);
  /// Adds everything to `summary`, warnings of hidden answers included, and begins anew.
  void move_to(Summary& summary);

 private:
  /// Adds the small counts to the great ones.
  void spill();

  const ScoreTable* table_;
  std::uint64_t rows_ = 0;
  std::uint64_t settled_ = 0;
  std::vector<std::uint64_t> bands_;
  std::vector<std::uint64_t> gates_;
  std::vector<std::uint32_t> recent_;  ///< by place; small, to stay in the processor's cache
  std::uint32_t recent_rows_ = 0;
  std::vector<std::uint64_t> places_;
  std::vector<std::uint64_t> credited_;  ///< by question: of those whose credit is computed for each record
  std::vector<std::uint32_t> recent_scores_;  ///< by measure, as in ShortRow, and by hundredths
  std::vector<std::uint64_t> scores_;
  std::vector<std::uint64_t> completeness_;  ///< by hundredths
};

}  // namespace ibtikar
