// Record: one proposal of a batch as it was read, in whatever format.
//
// Decoders give this one value, and everything downstream takes it (rows, databases, workbooks,
// pages, rejects): where the record is, who it is, its original text, and either its answers or why
// it was rejected. A rejected record keeps as much of its id and title as could be read.
//
// A record refers to the text it was decoded from and to the decoder's buffers. It is valid until
// the decoder reads the next one.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "ibtikar/answer_sheet.h"
#include "ibtikar/diagnostic.h"
#include "ibtikar/proposal.h"
#include "ibtikar/result.h"

namespace ibtikar {

/// Where a record begins. Lines and columns count from 1.
struct RecordPlace {
  std::string_view file;  ///< as messages name it
  std::size_t line = 1;
  std::size_t column = 1;
};

/// A record with everything that rows do not need: notes, links, the assessor.
struct WholeRecord {
  Proposal proposal;
  AnswerSheet sheet;
  Diagnostics warnings;
};

struct Record;
struct TableHeader;

/// Reads a record again, with everything.
using ReadWhole = std::function<Checked<WholeRecord>(const Record&)>;

struct Record {
  RecordPlace place;
  std::string_view text;   ///< as it came, byte for byte, without the line end behind it
  std::string_view id;     ///< its own; empty when it has none that could be read
  std::string_view title;  ///< likewise
  std::string stand_in;    ///< for the id that it lacks: its file's name, and in a stream its place there
  const AnswerSheet* sheet = nullptr;  ///< its answers; null: it was rejected
  Diagnostics faults;                  ///< why it was rejected, at least one then
  Diagnostics warnings;                ///< without a place
  const TableHeader* table = nullptr;  ///< the table that it is a row of; null: it is JSON
  const ReadWhole* read_whole = nullptr;

  [[nodiscard]] std::string_view name() const { return id.empty() ? std::string_view(stand_in) : id; }
  /// The same record with everything. Fails as decoding would.
  [[nodiscard]] Checked<WholeRecord> whole() const;
};

/// A record as it was read with everything, kept in `kept`, which outlives it.
void take(WholeRecord whole, WholeRecord& kept, Record& record);

/// Adds the place where a record begins to faults that were found in its text alone.
void shift(Diagnostics& faults, const RecordPlace& place);

}  // namespace ibtikar
