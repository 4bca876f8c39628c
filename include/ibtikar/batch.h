// Batch: a stream of proposals scored to rows, in order, in parallel, in constant memory.
//
//   run_batch(rubric, options, input, take, should_stop) reads blocks of whole records, scores several at
//   once, and gives each block's rows to `take` in the order of the input.
//
// The rows are the same whatever the number of threads and the size of the blocks. A record that cannot be
// scored becomes a row that says why, and a copy of it among the rejects; it never stops the others.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ibtikar/assessment.h"
#include "ibtikar/mapping.h"
#include "ibtikar/report.h"
#include "ibtikar/result.h"
#include "ibtikar/row.h"
#include "ibtikar/rubric.h"
#include "ibtikar/scorer.h"
#include "ibtikar/summary.h"

namespace ibtikar {

/// Longest record accepted, in bytes.
inline constexpr std::size_t kMaxRecordBytes = std::size_t{16} << 20;

/// Some whole records of the input, in its order.
struct Block {
  struct Part {
    enum class Kind {
      lines,      ///< one JSON document a line
      documents,  ///< JSON documents: see `documents`
      rows,       ///< of a CSV table; its header row is not among them
      fault,      ///< what could not be read as records: see `faults`
    };
    /// A JSON document of any number of lines, and where it stands in its file.
    struct Document {
      std::size_t begin = 0;
      std::size_t end = 0;  ///< its bytes are [begin, end) of the block's
      std::size_t line = 1;
      std::size_t column = 1;
      bool shares_line = false;  ///< another one begins on the same line before it
      bool breaks_list = false;  ///< what it is in cannot be read on behind it
    };
    Kind kind = Kind::lines;
    std::string name;  ///< of the file, for messages
    std::size_t begin = 0;
    std::size_t end = 0;         ///< its bytes are [begin, end) of the block's
    std::size_t first_line = 1;  ///< in its file
    Diagnostics faults;
    std::string header;  ///< of the table that the rows are from
    std::size_t header_line = 1;
    char delimiter = ',';
    TableDecimals decimals;
    bool is_first = false;          ///< of its table
    bool settles_decimals = false;  ///< the first of its table that has all that is known about them
    bool is_alone = false;  ///< a row that stands for itself: a fault of the header rejects it as it is
    std::string stand_in;   ///< for the id of a record without one; empty: its place says it
    std::vector<Document> documents;
  };
  std::string bytes;  ///< with room behind the last record for a parser to read beyond it
  std::vector<Part> parts;
};

/// Where blocks come from.
struct BlockInput {
  /// Fills a block (its buffers are used again). False at the end of input.
  std::function<bool(Block&)> next;
  /// Whether next() would have to wait for whoever writes: then what is done is given away first.
  std::function<bool()> would_wait = [] { return false; };
};

struct BatchOptions {
  EncodeOptions encode;
  unsigned jobs = 1;  ///< blocks at once; 0: as many as the machine has processors
  RowFormat format = RowFormat::ndjson;
  std::vector<std::string> columns;  ///< of the rows; empty: all
  bool keep_ranked = false;          ///< fill BlockResult::ranked
  bool keep_rejected = false;        ///< there: rejected records too, in their places
  bool keep_answers = false;         ///< there: the answers
  bool tell_delimiters = false;      ///< and decimal marks of each table, among BlockResult::notes
  bool keep_rejects = false;         ///< fill BlockResult::rejects
  bool has_rejects = false;          ///< those go behind others that are there
  std::optional<HtmlOptions> pages;  ///< fill BlockResult::pages, so made; many times the work
  std::size_t max_record = kMaxRecordBytes;
  std::uint64_t skip = 0;                      ///< so many records at the start are passed over
  std::array<std::uint64_t, 2> hash_key = {};  ///< secret, so that no input can slow the table of ids down
  const Mapping* mapping = nullptr;            ///< what the columns of tables are; none: their names tell
};

/// A proposal whose id an earlier one of the batch has. Records are counted from 1.
struct Repeated {
  std::string id;
  std::uint64_t record = 0;
  std::uint64_t earlier = 0;
};

/// So many ids are remembered, so that memory has a bound: what repeats one of them is told, whatever comes
/// after is not remembered.
inline constexpr std::size_t kMostIds = std::size_t{1} << 19;

/// What came of one block.
struct BlockResult {
  /// A report (HTML) on the proposal of a row.
  struct Page {
    std::size_t row = 0;  ///< its index in `ranked`
    std::string html;
  };
  std::string rows;     ///< each ended by a line end
  std::string rejects;  ///< rejected records as they came (`ibtikar-rejects/1`), each behind the reason
  std::vector<RankedRow> ranked;
  std::vector<Page> pages;
  Diagnostics faults;  ///< of the rejected records: every failure to read, of others at most kMaxDiagnostics
  Diagnostics warnings;        ///< of tables as such: columns that nothing is known of
  std::vector<Message> notes;  ///< what someone who asks is told
  std::vector<Repeated> repeated;
  std::uint64_t records = 0;
  std::uint64_t rejected = 0;
  std::uint64_t bytes = 0;  ///< of input
};

/// Called with every result, in order. A failure ends the batch.
using TakeBlockResult = std::function<Result<void>(BlockResult&)>;

struct BatchOutcome {
  Summary summary;
  std::uint64_t records = 0;  ///< read, those passed over included
  bool stopped = false;       ///< should_stop() said so before the end of input
};

/// Fails when `take` does.
[[nodiscard]] Result<BatchOutcome> run_batch(const Rubric& rubric, const BatchOptions& options,
                                             const BlockInput& input, const TakeBlockResult& take,
                                             const std::function<bool()>& should_stop);

}  // namespace ibtikar
