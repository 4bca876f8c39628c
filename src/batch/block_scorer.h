// BlockScorer: one block of records to one portion of rows, with buffers of its own.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "batch/ids.h"
#include "codec/proposal/record_decoder.h"
#include "codec/table/decoder.h"
#include "ibtikar/batch.h"
#include "report/rows/row_text.h"

namespace ibtikar {

class BlockScorer {
 public:
  /// All must outlive this.
  BlockScorer(const Rubric& rubric, const Scorer& scorer, const RowText& rows, const BatchOptions& options);

  /// Scores `block`, whose first `skip` records are passed over, into portion() and summary().
  void score(const Block& block, std::uint64_t skip);
  [[nodiscard]] BlockResult& portion() { return portion_; }
  /// Of the block.
  [[nodiscard]] const BlockIds& ids() const { return ids_; }
  /// Of all blocks so far.
  [[nodiscard]] const Summary& summary() const { return summary_; }

 private:
  void score_lines(const Block& block, const Block::Part& part);
  void score_rows(const Block& block, const Block::Part& part);
  void score_row(std::size_t line);
  /// Whether the table can be read; tells what is wrong with it, once.
  [[nodiscard]] bool begin_table(const Block::Part& part);
  /// A record's row: what was read of it is `record`, with its answers in `sheet`.
  void write_row(const DecodedRecord& record, const AnswerSheet& sheet);
  /// `usual_id`: of a record that names none itself.
  void score_record(std::string_view text, const std::string& name, std::size_t line,
                    std::string_view usual_id);
  void reject(const Diagnostics& faults, std::string_view text);
  void keep_ranked(const DecodedRecord& record, const Row& row, std::size_t row_began);
  /// The report on a record that was scored.
  [[nodiscard]] std::string page_of(std::string_view text, const std::string& name,
                                    std::string_view usual_id);
  void count_warnings(const DecodedRecord& record, const Row& row);
  /// Whether the next record is one of those to pass over; counts it.
  [[nodiscard]] bool is_passed_over();

  const Rubric& rubric_;
  const Scorer& full_scorer_;
  const RowText& rows_;
  const BatchOptions& options_;
  RecordDecoder decoder_;
  TableDecoder table_;
  RowScorer scorer_;
  BlockResult portion_;
  BlockIds ids_;
  Summary summary_;
  std::uint64_t skip_ = 0;
};

}  // namespace ibtikar
