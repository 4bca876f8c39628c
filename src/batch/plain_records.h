// PlainRecords: the short way of a batch, from the text of a plain record to its row.
//
// A record goes this way if RecordWalker takes it; any other goes the ordinary way, which alone
// reports faults and warnings. Both give the same rows, counts and ids; a test compares them. Which
// way a record goes depends on its content alone, or costs time and nothing else.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "batch/code_tally.h"
#include "codec/proposal/record_walker.h"
#include "ibtikar/batch.h"
#include "report/rows/short_rows.h"
#include "score/answer_table.h"

namespace ibtikar {

/// What the threads of a batch share.
struct PlainPlan {
  std::unique_ptr<const ScoreTable> table;
  ShortRowText rows;
};

/// Null if the rubric or the options ask for more than codes tell. `scorer` must outlive the plan.
[[nodiscard]] std::unique_ptr<const PlainPlan> plain_plan(const Scorer& scorer, const BatchOptions& options);

class PlainRecords {
 public:
  /// `plan` must outlive this.
  explicit PlainRecords(const PlainPlan& plan);

  /// Reads a record. False: it goes the ordinary way. Requires: as RecordWalker::walk().
  [[nodiscard]] bool read(std::string_view text);
  /// Of the record that was read; empty if it has none.
  [[nodiscard]] std::string_view id() const { return walker_.id(); }
  [[nodiscard]] std::string_view title() const { return walker_.title(); }
  [[nodiscard]] const CodedAnswers& answers() const { return walker_.answers(); }
  /// Scores a record's answers, counts it, and adds its row to `rows` under this name.
  const ShortRow& add_row(const CodedAnswers& answers, std::string_view name, std::string_view title,
                          std::string& rows);
  /// Adds what was counted to `summary`, and begins anew.
  void move_to(Summary& summary) { tally_.move_to(summary); }

 private:
  const PlainPlan& plan_;
  RecordWalker walker_;
  TableScorer scorer_;
  CodeTally tally_;
  std::size_t declined_ = 0;  ///< one after the other
  std::size_t wait_ = 0;      ///< records that are not tried
};

/// The row as rankings take it.
[[nodiscard]] RankedRow ranked_row(const ShortRow& row, std::size_t bands);

}  // namespace ibtikar
