// Batch: scores a stream of proposals to rows, in order, in parallel, in constant memory.
//
// run_batch() reads blocks of whole records, scores several at once, and passes the rows of each
// block to `take` in the order of the input. The rows do not depend on the number of threads or on
// the size of the blocks. A record that cannot be scored becomes a row that says why, and is kept
// among the rejects. It never stops the others.
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

/// Some whole records, in the order of the input.
struct Block {
  struct Part {
    enum class Kind {
      lines,      ///< one JSON document a line
      documents,  ///< JSON documents of any length: see `documents`
      rows,       ///< of a CSV table; its header row is not among them
      fault,      ///< what could not be read as records: see `faults`
    };
    /// A JSON document of any number of lines, and its place in its file.
    struct Document {
      std::size_t begin = 0;
      std::size_t end = 0;  ///< its bytes are [begin, end) of the block's
      std::size_t line = 1;
      std::size_t column = 1;
      bool shares_line = false;  ///< another one begins on the same line before it
      bool breaks_list = false;  ///< nothing after it in its array can be read
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
    std::string sheet;              ///< of the workbook that the rows are from; empty: of a text
    std::size_t first_column = 1;   ///< of the table in the sheet
    std::vector<std::size_t> rows;  ///< of a sheet: the number of each row
    bool is_first = false;          ///< of its table
    bool settles_decimals = false;  ///< the first of its table that has all that is known about them
    bool is_alone = false;  ///< a row that stands for itself: a fault of the header rejects it as it is
    std::string stand_in;   ///< for the id of a record without one; empty: its place says it
    std::vector<Document> documents;
  };
  std::string bytes;  ///< with room behind the last record for a parser to read beyond it
  std::vector<Part> parts;
};

/// Where blocks come from. The threads of a batch read in turn: neither function is called by two
/// at a time, but each may be called by any of them.
struct BlockInput {
  /// Fills a block and reuses its buffers. False at the end of input.
  std::function<bool(Block&)> next;
  /// Whether next() would have to wait for the writer of the input. If so, finished rows are passed
  /// on first, and the thread that called run_batch() waits.
  std::function<bool()> would_wait = [] { return false; };
};

struct BatchOptions {
  EncodeOptions encode;
  unsigned jobs = 1;  ///< threads; 0: as many as the machine has processors
  RowFormat format = RowFormat::ndjson;
  std::vector<std::string> columns;  ///< of the rows; empty: all
  bool keep_ranked = false;          ///< fill BlockResult::ranked
  bool keep_rejected = false;        ///< and add rejected records, in their places
  bool keep_answers = false;         ///< and add the answers
  bool keep_answer_rows = false;     ///< fill BlockResult::answers; reads each record twice
  std::string answers_language;      ///< of the words in them; empty: the rubric's first
  bool keep_readings = false;        ///< fill BlockResult::readings; saved assessments are read, too
  bool keep_proposals = false;       ///< fill BlockResult::proposals; nothing else is made of them
  bool tell_delimiters = false;      ///< note the delimiter and decimal marks of each table
  bool keep_rejects = false;         ///< fill BlockResult::rejects
  bool has_rejects = false;          ///< append them to rejects that exist
  std::optional<HtmlOptions> pages;  ///< fill BlockResult::pages; multiplies the work
  std::size_t max_record = kMaxRecordBytes;
  std::uint64_t skip = 0;                      ///< skip this many records at the start
  std::array<std::uint64_t, 2> hash_key = {};  ///< secret: no input can be made to slow the table of ids
  const Mapping* mapping = nullptr;            ///< meaning of the columns of tables; null: by their names
};

/// A proposal with the id of an earlier one in the batch. Records are counted from 1.
struct Repeated {
  std::string id;
  std::uint64_t record = 0;
  std::uint64_t earlier = 0;
};

/// So many ids are remembered. Repetitions of these are reported; later ids are not remembered,
/// because memory must stay bounded.
inline constexpr std::size_t kMostIds = std::size_t{1} << 19;

/// A record of a batch with all of its answers: what an assessor says about a program.
struct RecordReading {
  std::string id;        ///< its own; empty when it has none
  std::string title;     ///< may be empty
  std::string stand_in;  ///< for the id that it lacks
  std::string assessor;  ///< may be empty
  std::string digest;    ///< "sha256:..." of the proposal's content
  AnswerSheet sheet;
  std::string file;  ///< as messages name it
  Position position;
  Diagnostics warnings;
};

/// A record of a batch with everything that it says.
struct RecordProposal {
  Proposal proposal;
  AnswerSheet sheet;
  Diagnostics warnings;
  std::string file;  ///< as messages name it
  Position position;
};

/// The result of one block.
struct BlockResult {
  /// An HTML report on the proposal of a row.
  struct Page {
    std::size_t row = 0;  ///< its index in `ranked`
    std::string html;
  };
  std::string rows;     ///< each with a line end
  std::string rejects;  ///< rejected records, unchanged, each after its reason
  std::string answers;  ///< of the scored records, a line each, as --answers has them
  std::vector<RankedRow> ranked;
  std::vector<Page> pages;
  std::vector<RecordReading> readings;
  std::vector<RecordProposal> proposals;
  Diagnostics faults;  ///< of the rejected records: every failure to read, of others at most kMaxDiagnostics
  Diagnostics warnings;        ///< about whole tables: unknown columns
  std::vector<Message> notes;  ///< for users who ask (--verbose)
  std::vector<Repeated> repeated;
  std::uint64_t records = 0;
  std::uint64_t rejected = 0;
  std::uint64_t bytes = 0;  ///< of input
};

/// Called with every result, in order, by the thread that called run_batch(). A failure ends the
/// batch.
using TakeBlockResult = std::function<Result<void>(BlockResult&)>;

struct BatchOutcome {
  Summary summary;
  std::uint64_t records = 0;  ///< read, including skipped ones
  std::vector<Message> unseen;  ///< paths of the mapping that no JSON record had: a remark each
  bool stopped = false;       ///< should_stop() said so before the end of input
};

/// Fails if `take` fails. Any thread may call `should_stop`.
[[nodiscard]] Result<BatchOutcome> run_batch(const Rubric& rubric, const BatchOptions& options,
                                             const BlockInput& input, const TakeBlockResult& take,
                                             const std::function<bool()>& should_stop);

}  // namespace ibtikar
