// RecordStream: the bytes of one source as blocks of whole records, in whatever form they come: one
// JSON document, an array of documents, one document per line, the rows of a table, or a file of
// rejected records.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "batch/array_blocks.h"
#include "batch/line_blocks.h"
#include "batch/read_ahead.h"
#include "batch/reject_blocks.h"
#include "ibtikar/batch.h"
#include "ibtikar/streams.h"

namespace ibtikar {

/// How the records of an input are separated.
enum class InputFormat {
  automatic,  ///< by the content
  json,       ///< one document, or an array of them
  ndjson,
  csv,
};

/// Whether a text begins an array or a file of rejected records. Both are read as a stream,
/// whatever the file name says. Empty if the text is too short to tell.
[[nodiscard]] std::optional<bool> begins_stream(std::string_view beginning);

class RecordStream {
 public:
  struct Options {
    InputFormat format = InputFormat::automatic;
    std::optional<char> delimiter;               ///< of a table; none: it tells its own
    DecimalMark decimal = DecimalMark::unknown;  ///< of its numbers, as the user says
    BlockSizes sizes;
    HeaderShape shape = {};  ///< of a table
    /// The records whose first byte is there are given, if the source has a record on each line or is a
    /// table. Anything else is whole, in the range with its first byte.
    ByteRange range = {};
  };
  /// `name` is for messages. `begun`: what was read from `source` before.
  RecordStream(std::unique_ptr<ByteSource> source, std::string begun, std::string name,
               const Options& options)
      : source_(std::move(source)),
        ahead_(*source_, std::move(begun)),
        name_(std::move(name)),
        options_(options) {}

  /// Adds parts of whole records to `block`, which must not have parts of another stream. False if
  /// there are no more.
  [[nodiscard]] bool next(Block& block);
  /// Whether next() would have to wait for the writer of the input.
  [[nodiscard]] bool would_wait() const;
  /// Whether any of the records so far were rows of a table.
  [[nodiscard]] bool had_tables() const { return had_tables_; }

 private:
  /// Finds out from the beginning of the input what it is.
  void begin();
  [[nodiscard]] bool give_document(Block& block);
  [[nodiscard]] bool end_with(Block& block, const Diagnostic& why);

  std::unique_ptr<ByteSource> source_;
  ReadAhead ahead_;
  std::string name_;
  Options options_;
  bool is_begun_ = false;
  bool is_over_ = false;
  bool had_tables_ = false;
  std::variant<std::monostate, LineBlocks, ArrayBlocks, RejectBlocks> records_;  ///< none: one document
};

}  // namespace ibtikar
