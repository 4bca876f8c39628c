// BlockScorer: scores one block of records, with its own buffers. Each thread has its own.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "batch/ids.h"
#include "batch/plain_records.h"
#include "batch/rejects.h"
#include "codec/proposal/record_decoder.h"
#include "codec/table/decoder.h"
#include "codec/table/json_records.h"
#include "codec/table/row_walker.h"
#include "ibtikar/batch.h"
#include "report/rows/answer_rows.h"
#include "report/rows/row_text.h"

namespace ibtikar {

/// What a block came to.
struct ScoredBlock {
  BlockResult result;
  BlockRejects rejects;  ///< if they are to be kept
  BlockIds ids;
};

class BlockScorer {
 public:
  /// All must outlive this. Without `plain`, which is of the same scorer and options, all records go
  /// the ordinary way.
  BlockScorer(const Rubric& rubric, const Scorer& scorer, const RowText& rows, const BatchOptions& options,
              const PlainPlan* plain);

  /// Scores `block` into result(), rejects() and summary(), without its first `skip` records.
  void score(const Block& block, std::uint64_t skip);
  [[nodiscard]] BlockResult& result() { return result_; }
  /// Gives away what the block came to, and takes the buffers of another in exchange.
  void swap(ScoredBlock& scored);
  /// The rejected records of the block, if they are to be kept.
  [[nodiscard]] const BlockRejects& rejects() const { return rejects_; }
  /// The ids of the block.
  [[nodiscard]] const BlockIds& ids() const { return ids_; }
  /// What the mapping's paths have met in JSON; null if the mapping is not for JSON.
  [[nodiscard]] const JsonRecords* forms() const { return forms_.get(); }
  /// How many rows of tables went the short way.
  [[nodiscard]] std::uint64_t plain_rows() const { return plain_row_count_; }
  /// The summary of all blocks that this scorer has scored.
  [[nodiscard]] const Summary& summary();

 private:
  void score_lines(const Block& block, const Block::Part& part);
  void score_documents(const Block& block, const Block::Part& part);
  void score_rows(const Block& block, const Block::Part& part);
  /// Reads a JSON document: a proposal, or a record of the form that the mapping describes.
  [[nodiscard]] Record decode(std::string_view text, const RecordPlace& place);
  [[nodiscard]] Record decode_form(std::string_view text, const RecordPlace& place);
  /// Whether the table can be read. Reports what is wrong with it, once.
  [[nodiscard]] bool begin_table(const Block::Part& part);
  /// Takes a JSON record the short way, if it is plain. `is_text`: it is certainly UTF-8.
  [[nodiscard]] bool take_plain(std::string_view text, bool is_text, const Block::Part& part,
                                Position position, bool shares_line);
  /// The row at `at` of a table the same way.
  [[nodiscard]] bool take_plain_row(std::size_t at, const Block::Part& part, Position position);
  void add_plain(const CodedAnswers& answers, std::string_view id, std::string_view title,
                 std::string_view stand_in);
  /// Every other record that is not skipped goes through here, whatever its format.
  void take(const Record& record);
  /// Rejects a record of which only the place is known.
  void refuse(const Block::Part& part, Position position, Diagnostics faults, bool shares_line = false);
  /// `is_kept`: the record's text is the whole of it.
  void reject(const Record& record, bool is_kept);
  void keep_ranked(const Record& record, const Row& row, std::size_t row_began);
  /// Adds the report on a record that was scored.
  void add_page(const Record& record);
  void add_answers(const Record& record);
  void add_proposal(const Record& record);
  /// Adds the record as a reading; nothing else is made of it.
  void add_reading(const Record& record);
  void count_warnings(const Record& record, const Row& row);
  void tell(const Diagnostic& fault);
  /// Counts the next record and says whether to skip it.
  [[nodiscard]] bool is_passed_over();

  const Rubric& rubric_;
  const Scorer& full_scorer_;
  const RowText& rows_;
  const BatchOptions& options_;
  RecordDecoder decoder_;
  TableDecoder table_;
  std::unique_ptr<JsonRecords> forms_;
  JsonRow form_;              ///< the record of a form at hand
  bool is_left_out_ = false;  ///< that record is to be left out
  RowScorer scorer_;
  AnswerRows answer_rows_;
  std::optional<PlainRecords> plain_;
  std::optional<RowWalker> plain_rows_;  ///< there if plain_ is
  std::uint64_t plain_row_count_ = 0;
  BlockResult result_;
  BlockRejects rejects_;
  BlockIds ids_;
  Summary summary_;
  std::uint64_t skip_ = 0;
};

}  // namespace ibtikar
